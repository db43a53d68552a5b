"""Plugins registered by __init_subclass__, decorators and metaclasses."""


class Exporter:
    registry = {}
    extension = None

    def __init_subclass__(cls, /, extension=None, **kw):
        super().__init_subclass__(**kw)
        if extension:
            cls.extension = extension
            Exporter.registry[extension] = cls

    def export(self, rows):
        raise NotImplementedError(f"{type(self).__name__}.export")


class Csv(Exporter, extension="csv"):
    sep = ","

    def export(self, rows):
        return "\n".join(self.sep.join(map(str, r)) for r in rows)


class Tsv(Csv, extension="tsv"):
    sep = "\t"


class Broken(Exporter, extension="brk"):
    pass


hooks = {}


def hook(*events):
    def register(f):
        for e in events:
            hooks.setdefault(e, []).append(f)
        return f
    return register


@hook("start", "stop")
def announce(event):
    return f"announce {event}"


@hook("stop")
def cleanup(event):
    return "cleanup"


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.fields = [k for k, v in ns.items() if isinstance(v, type)]
        return cls

    def __len__(cls):
        return len(cls.fields)

    def __call__(cls, *args):
        if len(args) != len(cls):
            raise TypeError(f"{cls.__name__} takes {len(cls)} values, got {len(args)}")
        self = super().__call__()
        for name, value in zip(cls.fields, args):
            setattr(self, name, getattr(cls, name)(value))
        return self


class Row(metaclass=Meta):
    id = int
    name = str
    price = float


for ext, cls in Exporter.registry.items():
    try:
        print(ext, repr(cls().export([(1, 2), (3, 4)])), [c.__name__ for c in cls.__mro__[:-1]])
    except NotImplementedError as e:
        print(ext, "not implemented:", e)
print({e: [f(e) for f in fs] for e, fs in hooks.items()})
r = Row("7", 8, "2.50")
print(vars(r), len(Row), type(Row).__name__)
try:
    Row(1)
except TypeError as e:
    print(e)
