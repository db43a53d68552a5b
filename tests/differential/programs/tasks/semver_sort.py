"""Parse, compare, bump and filter semantic versions."""
from functools import total_ordering


@total_ordering
class SemVer:
    def __init__(self, text):
        core, _, self.build = text.partition("+")
        core, _, pre = core.partition("-")
        try:
            self.major, self.minor, self.patch = (int(p) for p in core.split("."))
        except ValueError:
            raise ValueError(f"not a version: {text!r}") from None
        self.pre = tuple(int(p) if p.isdigit() else p for p in pre.split(".")) if pre else ()

    def key(self):
        pre = tuple((0, p, "") if isinstance(p, int) else (1, 0, p) for p in self.pre)
        return (self.major, self.minor, self.patch, not self.pre, pre)

    def __eq__(self, other):
        return self.key() == other.key()

    def __lt__(self, other):
        return self.key() < other.key()

    def __hash__(self):
        return hash(self.key())

    def __str__(self):
        text = f"{self.major}.{self.minor}.{self.patch}"
        return text + ("-" + ".".join(map(str, self.pre)) if self.pre else "")

    def bump(self, part):
        match part:
            case "major":
                return SemVer(f"{self.major + 1}.0.0")
            case "minor":
                return SemVer(f"{self.major}.{self.minor + 1}.0")
            case "patch":
                return SemVer(f"{self.major}.{self.minor}.{self.patch + (not self.pre)}")
            case other:
                raise ValueError(f"unknown part {other}")

    def matches(self, spec):
        op, want = spec[0], SemVer(spec[1:])
        if op == "^":
            return want <= self and self.major == want.major
        if op == "~":
            return want <= self and (self.major, self.minor) == (want.major, want.minor)
        return self == want


versions = [SemVer(v) for v in "1.0.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta.11 1.0.0-beta.2 1.0.0-rc.1 2.1.0 1.10.3 1.9.9+b5".split()]
print(*sorted(versions))
print([str(v) for v in versions if v.matches("^1.9.0")], [str(v) for v in versions if v.matches("~1.0.0-rc.0")])
print(*(SemVer("1.2.3-rc.1").bump(p) for p in ("major", "minor", "patch")), len({SemVer("1.0.0"), SemVer("1.0.0+x")}))
for bad in ("1.2", "a.b.c"):
    try:
        SemVer(bad)
    except ValueError as e:
        print(e, e.__cause__)
