import logging, logging.handlers, logging.config, os
log = logging.getLogger("r")
log.setLevel(logging.INFO)
h = logging.handlers.RotatingFileHandler("app.log", maxBytes=60, backupCount=2, encoding="utf-8")
h.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(h)
for i in range(8):
    log.info("message number %d é", i)
h.close()
for name in sorted(n for n in os.listdir() if n.startswith("app.log")):
    print(name, open(name, encoding="utf-8").read().splitlines())
log.removeHandler(h)
memory = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(open("m.txt", "w")))
log.addHandler(memory)
log.info("kept")
print(open("m.txt").read() == "")
log.error("flushes")
print(open("m.txt").read().split())
logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(name)s|%(levelname)s|%(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"pkg": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
    "root": {"handlers": ["out"], "level": "WARNING"},
})
logging.getLogger("pkg.mod").debug("hidden by the handler")
logging.getLogger("pkg.mod").info("shown")
logging.getLogger("other").info("hidden by the root")
logging.getLogger("other").warning("root shows it")
try:
    logging.config.dictConfig({"version": 1, "handlers": {"x": {"class": "logging.NoSuch"}}})
except ValueError as e:
    print(e)
