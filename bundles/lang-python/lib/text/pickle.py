# Objects as bytes: protocol 4, as CPython writes it, in one frame; loads reads what protocols 2 to 5 say of such data.
import copy as _copy
import struct as _struct
import sys

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _lookup(module, name):
    obj = __import__(module)
    obj = sys.modules.get(module, obj)
    for part in name.split("."):
        obj = getattr(obj, part)
    return obj


def _state(x):
    state = _copy._state_of(x)
    if state is not None:
        return state
    state = dict(getattr(x, "__dict__", {})) or None
    slots = {n: getattr(x, n) for n in _copy._slots(type(x)) if hasattr(x, n)}
    return (state, slots) if slots else state


class Pickler:
    def __init__(self, file, protocol=None, **kwds):
        self._file = file

    def dump(self, obj):
        self._out = bytearray()
        self._memo = {}
        self._save(obj)
        self._out += b"."
        n = len(self._out)
        self._file.write(b"\x80\x04" + (b"\x95" + _struct.pack("<Q", n) if n >= 4 else b"") + bytes(self._out))

    def _memoize(self, x):
        self._memo[id(x)] = len(self._memo), x
        self._out += b"\x94"

    def _sized(self, short, long, data):
        n = len(data)
        self._out += short + bytes([n]) if n < 256 else long + _struct.pack("<I", n)
        self._out += data

    def _save(self, x):
        out = self._out
        t = type(x)
        if x is None or x is True or x is False:
            out += b"N" if x is None else b"\x88" if x else b"\x89"
        elif t is int:
            if 0 <= x < 256:
                out += b"K" + bytes([x])
            elif 0 <= x < 65536:
                out += b"M" + _struct.pack("<H", x)
            elif -0x80000000 <= x < 0x80000000:
                out += b"J" + _struct.pack("<i", x)
            else:
                n = (x if x >= 0 else ~x).bit_length() // 8 + 1
                out += (b"\x8a" + bytes([n]) if n < 256 else b"\x8b" + _struct.pack("<i", n)) + x.to_bytes(n, "little", signed=True)
        elif t is float:
            out += b"G" + _struct.pack(">d", x)
        elif id(x) in self._memo:
            i = self._memo[id(x)][0]
            out += b"h" + bytes([i]) if i < 256 else b"j" + _struct.pack("<I", i)
        elif t is str:
            self._sized(b"\x8c", b"X", x.encode())
            self._memoize(x)
        elif t is bytes:
            self._sized(b"C", b"B", x)
            self._memoize(x)
        elif t is tuple:
            self._tuple(x)
        elif t is list:
            out += b"]"
            self._memoize(x)
            self._batch(x, b"a", b"e")
        elif t is dict:
            out += b"}"
            self._memoize(x)
            self._batch(x.items(), b"s", b"u")
        elif t is set:
            out += b"\x8f"
            self._memoize(x)
            if x:
                self._batch(x, None, b"\x90")
        elif t is frozenset:
            out += b"("
            for v in x:
                self._save(v)
            out += b"\x91"
            self._memoize(x)
        elif isinstance(x, type) or hasattr(x, "__code__") or t is type(len):
            self._global(x, getattr(x, "__qualname__", x.__name__))
        else:
            self._object(x, t)

    def _tuple(self, x):
        if not x:
            self._out += b")"
            return
        if len(x) > 3:
            self._out += b"("
        for v in x:
            self._save(v)
        self._out += b"\x85" if len(x) == 1 else b"\x86" if len(x) == 2 else b"\x87" if len(x) == 3 else b"t"
        self._memoize(x)

    def _batch(self, items, one, many):
        items = list(items)
        for at in range(0, len(items), 1000):
            part = items[at : at + 1000]
            single = len(part) == 1 and one
            if not single:
                self._out += b"("
            for v in part:
                if many == b"u":
                    self._save(v[0])
                    v = v[1]
                self._save(v)
            self._out += one if single else many

    def _global(self, x, name):
        module = getattr(x, "__module__", None) or "builtins"
        if "<locals>" in name:
            raise AttributeError("Can't pickle local object %r" % name)
        try:
            found = _lookup(module, name)
        except (ImportError, AttributeError):
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (x, name, module)) from None
        if found is not x:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (x, module, name))
        self._save(module)
        self._save(name)
        self._out += b"\x93"
        self._memoize(x)

    def _object(self, x, t):
        reduced = _copy._reduced(x)
        if t is bytearray:
            reduced = bytearray, (bytes(x),)
        elif t is complex:
            reduced = complex, (x.real, x.imag)
        elif t is range:
            reduced = range, (x.start, x.stop, x.step)
        elif isinstance(x, BaseException) and reduced is None:
            reduced = (t, x.args, _state(x)) if _state(x) else (t, x.args)
        if isinstance(reduced, str):
            self._global(x, reduced)
            return
        if reduced is not None:
            f, args, state, items, pairs = (tuple(reduced) + (None,) * 5)[:5]
            self._save(f)
            self._save(args)
            self._out += b"R"
        else:
            if t.__module__ == "builtins":
                raise TypeError("cannot pickle %r object" % t.__name__)
            if isinstance(x, tuple) and hasattr(x, "_fields"):
                args = tuple(x)
            else:
                args = ()
                for base in (int, float, str, bytes, tuple, frozenset):
                    if isinstance(x, base):
                        args = (base(x),)
            state = _state(x)
            items = list(x) if isinstance(x, list) else None
            pairs = x.items() if isinstance(x, dict) else None
            self._save(t)
            self._save(getattr(x, "__getnewargs__", lambda: args)())
            self._out += b"\x81"
        self._memoize(x)
        if items is not None:
            self._batch(items, b"a", b"e")
        if pairs is not None:
            self._batch(pairs, b"s", b"u")
        if state is not None:
            self._save(state)
            self._out += b"b"


class Unpickler:
    def __init__(self, file, **kwds):
        self._file = file

    def find_class(self, module, name):
        return _lookup(module, name)

    def _read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise EOFError("Ran out of input") if not self._begun else UnpicklingError("pickle data was truncated")
        self._begun = True
        return data

    def _number(self, form):
        return _struct.unpack("<" + form, self._read(_struct.calcsize("<" + form)))[0]

    def _line(self):
        return self._file.readline()[:-1].decode()

    def _build(self, x, state):
        if hasattr(x, "__setstate__"):
            x.__setstate__(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            x.__dict__.update(state)
        for name, value in (slots or {}).items():
            object.__setattr__(x, name, value)

    def load(self):
        self._begun = False
        stack, marks, memo = [], [], []
        number = self._number
        put = stack.append

        def marked():
            at = marks.pop()
            items = stack[at:]
            del stack[at:]
            return items

        while True:
            op = self._read(1)
            if op == b".":
                return stack.pop()
            if op == b"\x80":
                n = number("B")
                if n > HIGHEST_PROTOCOL:
                    raise ValueError("unsupported pickle protocol: %d" % n)
            elif op == b"\x95":
                number("Q")
            elif op in (b"N", b"\x88", b"\x89"):
                put(None if op == b"N" else op == b"\x88")
            elif op in b"KMJ":
                put(number({b"K": "B", b"M": "H", b"J": "i"}[op]))
            elif op in b"\x8a\x8b":
                put(int.from_bytes(self._read(number("B" if op == b"\x8a" else "i")), "little", signed=True))
            elif op == b"G":
                put(_struct.unpack(">d", self._read(8))[0])
            elif op in b"CB\x8e\x96":
                data = self._read(number({b"C": "B", b"B": "I"}.get(op, "Q")))
                put(bytearray(data) if op == b"\x96" else data)
            elif op in b"\x8cX\x8d":
                put(self._read(number({b"\x8c": "B", b"X": "I"}.get(op, "Q"))).decode())
            elif op == b"\x94" or op in b"qr":
                if op != b"\x94":
                    n = number("B" if op == b"q" else "I")
                    if n != len(memo):
                        raise UnpicklingError("memo out of order")
                memo.append(stack[-1])
            elif op in b"hj":
                put(memo[number("B" if op == b"h" else "I")])
            elif op == b"(":
                marks.append(len(stack))
            elif op in b")]}\x8f":
                put(() if op == b")" else [] if op == b"]" else {} if op == b"}" else set())
            elif op in b"\x85\x86\x87":
                n = op[0] - 0x84
                stack[-n:] = [tuple(stack[-n:])]
            elif op in b"tl\x91":
                items = marked()
                put(tuple(items) if op == b"t" else items if op == b"l" else frozenset(items))
            elif op in b"ae":
                items = [stack.pop()] if op == b"a" else marked()
                for v in items:
                    stack[-1].append(v)
            elif op in b"su":
                if op == b"s":
                    marks.append(len(stack) - 2)
                items = marked()
                for i in range(0, len(items), 2):
                    stack[-1][items[i]] = items[i + 1]
            elif op == b"\x90":
                items = marked()
                stack[-1].update(items)
            elif op in b"c\x93":
                if op == b"c":
                    put(self._line())
                    put(self._line())
                name = stack.pop()
                put(self.find_class(stack.pop(), name))
            elif op in b"R\x81\x92":
                kwds = stack.pop() if op == b"\x92" else {}
                args = stack.pop()
                f = stack.pop()
                put(f(*args) if op == b"R" else f.__new__(f, *args, **kwds))
            elif op == b"b":
                state = stack.pop()
                self._build(stack[-1], state)
            elif op == b"0":
                stack.pop()
            else:
                raise UnpicklingError("invalid load key, %r." % chr(op[0]))


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    from io import BytesIO

    f = BytesIO()
    Pickler(f, protocol).dump(obj)
    return f.getvalue()


def load(file, **kwds):
    return Unpickler(file).load()


def loads(data, /, **kwds):
    from io import BytesIO

    return Unpickler(BytesIO(data)).load()
