"""A catalogue with frozen, ordered and nested data classes."""
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from typing import Optional
import json


@dataclass(frozen=True, order=True)
class Isbn:
    digits: str

    def __post_init__(self):
        if len(self.digits) not in (10, 13):
            raise ValueError(f"bad ISBN {self.digits!r}")


@dataclass
class Book:
    title: str
    authors: list[str]
    isbn: Isbn
    year: Optional[int] = None
    tags: set = field(default_factory=set, repr=False, compare=False)

    @property
    def label(self):
        return f"{self.title} ({self.year or 'n.d.'})"


@dataclass
class Shelf:
    name: str
    books: list[Book] = field(default_factory=list)

    def __len__(self):
        return len(self.books)


shelf = Shelf("SF")
shelf.books.append(Book("Dune", ["Herbert"], Isbn("0441172717"), 1965, {"desert"}))
shelf.books.append(replace(shelf.books[0], title="Solaris", authors=["Lem"], year=None))
print(shelf)
print(len(shelf), bool(Shelf("empty")), [b.label for b in shelf.books])
d = asdict(shelf)
d["books"] = [{**b, "tags": sorted(b["tags"])} for b in d["books"]]
print(json.dumps(d))
print(astuple(shelf.books[0].isbn), [f.name for f in fields(Book)])
print(shelf.books[0] == replace(shelf.books[0], tags={"x"}), Isbn("0" * 10) < Isbn("1" * 10))
try:
    shelf.books[0].isbn.digits = "1"
except FrozenInstanceError as e:
    print(type(e).__name__, e)
for bad in (lambda: Isbn("12"), lambda: Book("x")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
