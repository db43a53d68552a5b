class ValidationError(Exception):
    def __init__(self, field, msg): self.field, self.msg = field, msg; super().__init__(f"{field}: {msg}")
def validate(d):
    errs = []
    def check(f, ok, msg):
        try:
            if not ok(d[f]): raise ValidationError(f, msg)
        except KeyError: errs.append(ValidationError(f, "missing"))
        except ValidationError as e: errs.append(e)
        except TypeError as e: errs.append(ValidationError(f, "wrong type"))
    check("name", lambda v: v.strip() if isinstance(v, str) else None, "empty"); check("age", lambda v: 0 <= v < 150, "out of range"); check("mail", lambda v: "@" in v and "." in v.split("@")[1], "not an address")
    return errs
for d in [{"name": "Ann", "age": 30, "mail": "a@b.c"}, {"name": " ", "age": 200}, {"age": "x", "mail": "no"}]: print([str(e) for e in validate(d)], [e.field for e in validate(d)])
