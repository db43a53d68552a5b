import logging, sys
logging.basicConfig(format="%(levelname)s %(name)s %(funcName)s:%(lineno)d %(module)s %(filename)s %(message)s", stream=sys.stdout, level=logging.DEBUG)
log = logging.getLogger("app")


def work():
    log.info("hello %d", 3)
    log.log(logging.ERROR, "x", stacklevel=2)


class A:
    def __init__(self):
        log.debug("init")

    def method(self):
        logging.warning("root")


def gen():
    log.info("in a generator")
    yield 1


work()
A().method()
[log.info("comprehension") for _ in range(1)]
list(map(lambda x: log.info("lambda"), [1]))
list(gen())
logging.LoggerAdapter(log, {"user": "u"}).info("adapter")
