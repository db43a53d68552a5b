# Whatever was interrupted, everything works as ever.
import asyncio, decimal, gc, io, json, re, sys
import dataclasses as _dataclasses

gc.collect()


def _generate():
    yield 1
    yield from (2, 3)


def _deep(n):
    return 0 if n == 0 else 1 + _deep(n - 1)


async def _wait():
    await asyncio.sleep(0)
    return 5


class _Base:
    def f(self):
        return 7


class _Derived(_Base):
    def f(self):
        return super().f() + 1


@_dataclasses.dataclass
class _Record:
    inside: object


assert __name__ == "__main__" and globals() is locals()
assert list(_generate()) == [1, 2, 3]
assert _deep(900) == 900
assert asyncio.run(_wait()) == 5
assert _Derived().f() == 8
assert repr(_Record([1])) == "_Record(inside=[1])"
assert sorted([3, 1, 2], key=lambda x: -x) == [3, 2, 1]
assert json.loads(json.dumps({"a": [1, None, "é"]})) == {"a": [1, None, "é"]}
assert re.sub("(a+)b", r"<\1>", "aab ab") == "<aa> <a>"
assert str(decimal.Decimal(1) / 3)[:6] == "0.3333"
assert sys.exc_info() == (None, None, None)
try:
    try:
        {}["no"]
    except KeyError:
        1 / 0
except ZeroDivisionError as e:
    assert type(e.__context__) is KeyError and e.__context__.__context__ is None
try:
    _deep(2000)
except RecursionError:
    pass
else:
    assert False
x = 2**200
assert str(x * x // x) == "1606938044258990275541962092341162602522202993782792835301376"
print("handled: no")
