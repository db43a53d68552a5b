# Logging as a dict says it.
import logging


def _resolve(name):
    module, *rest = name.split(".")
    found = __import__(module)
    for part in rest:
        module += "." + part
        if not hasattr(found, part):
            __import__(module)
        found = getattr(found, part)
    return found


def _value(v):
    if isinstance(v, str) and v.startswith("ext://"):
        return _resolve(v[6:])
    return v


def _made(config, key, default, skip=()):
    options = {k: _value(v) for k, v in config.items() if k not in skip}
    make = options.pop(key, default)
    return (_resolve(make) if isinstance(make, str) else make)(**options)


def _formatter(config):
    if "()" in config:
        return _made(config, "()", None)
    kind = _resolve(config["class"]) if "class" in config else logging.Formatter
    return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"))


def dictConfig(config):
    if config.get("version") != 1:
        raise ValueError("dictionary doesn't specify a version" if "version" not in config else "Unsupported version: %s" % config["version"])
    formatters = {name: _formatter(c) for name, c in config.get("formatters", {}).items()}
    filters = {name: _made(c, "()", logging.Filter) for name, c in config.get("filters", {}).items()}
    handlers = {}

    def finish(target, c):
        if c.get("level"):
            target.setLevel(c["level"])
        for f in c.get("filters", ()):
            target.addFilter(filters[f] if isinstance(f, str) else f)

    for name, c in config.get("handlers", {}).items():
        try:
            if "target" in c:
                c = dict(c, target=handlers[c["target"]])
            h = _made(c, "()" if "()" in c else "class", None, ("level", "formatter", "filters"))
            h.name = name
            if c.get("formatter"):
                h.setFormatter(formatters[c["formatter"]])
            finish(h, c)
        except Exception as e:
            raise ValueError("Unable to configure handler %r" % name) from e
        handlers[name] = h
    incremental = config.get("incremental", False)
    loggers = dict(config.get("loggers", {}))
    if "root" in config:
        loggers[None] = config["root"]
    if not incremental and config.get("disable_existing_loggers", True):
        for name, logger in logging.root.manager.loggerDict.items():
            logger.disabled = not any([name == n or n and name.startswith(n + ".") for n in loggers])
    for name, c in loggers.items():
        logger = logging.getLogger(name)
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
        for h in c.get("handlers", ()):
            logger.addHandler(handlers[h])
        finish(logger, c)
        logger.disabled = False
        if name and "propagate" in c:
            logger.propagate = c["propagate"]
