import logging, sys
h = logging.StreamHandler(sys.stdout)
print(h, logging.NullHandler(), logging.getLogger("a.b"), logging.LoggerAdapter(logging.getLogger("x"), {}).isEnabledFor(logging.ERROR))
h.setLevel("INFO")
print(repr(h))
try:
    logging.getLogger(5)
except TypeError as e:
    print(e)
