def parse(x):
    try:
        return int(x)
    except ValueError as e:
        raise RuntimeError("parse failed") from e
print(parse("5"))
parse("five")
