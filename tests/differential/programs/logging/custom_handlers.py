"""Handlers, filters, adapters and a list of records."""
import logging
import io


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append((record.levelname, record.name, record.getMessage()))


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "password" not in record.getMessage()


log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
log.propagate = False
kept = ListHandler()
log.addHandler(kept)
stream = io.StringIO()
text = logging.StreamHandler(stream)
text.setLevel(logging.WARNING)
text.setFormatter(logging.Formatter("[%(levelname)-8s] %(name)s: %(message)s"))
text.addFilter(NoSecrets())
log.addHandler(text)
child = logging.getLogger("shop.cart")
log.debug("starting %s", "up")
child.info("added %d items of %r", 3, "tea")
child.warning("low stock: %(left)d left", {"left": 2})
log.error("password is hunter2")
try:
    1 / 0
except ZeroDivisionError:
    log.critical("cannot divide")
print(stream.getvalue(), end="")
for line in kept.lines:
    print(line)
print(child.parent is log, child.getEffectiveLevel() == logging.DEBUG, log.isEnabledFor(logging.INFO))
print(logging.getLevelName(35), logging.getLevelName(logging.ERROR), logging.getLevelName("INFO"))
