import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app.db"); log.debug("hidden"); log.info("shown %d", 5); log.warning("w %s %s", "a", "b"); logging.error("root error")
log.setLevel("DEBUG"); log.debug("now"); print(log.getEffectiveLevel(), log.isEnabledFor(10), log.parent.name, logging.getLevelName(30))
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("[{levelname:>8}] {message}", style="{")); h.setLevel(logging.ERROR)
l2 = logging.getLogger("other"); l2.addHandler(h); l2.propagate = False; l2.warning("no"); l2.error("yes")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
log.addFilter(F()); log.info("a secret"); log.info("fine"); log.log(25, "custom"); logging.disable(logging.CRITICAL); log.error("off")
