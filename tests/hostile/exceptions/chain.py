# Exceptions caused by exceptions, ten thousand deep, none of which is ever caught for good.
# limits: stderr_bytes=1000
error = None
for n in range(10000):
    try:
        try:
            raise ValueError(n) from error
        except ValueError as one:
            raise KeyError(n) from one
    except KeyError as two:
        error = two
raise error
