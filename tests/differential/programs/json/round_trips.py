import json
data = {"name": "Zoë", "n": [1, 2.5, -3e-7, 1e22], "ok": True, "none": None, "nested": {"a": {"b": []}}, "esc": "tab\t\"q\" \\ /\u2028"}
s = json.dumps(data); print(s); print(json.loads(s) == data)
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, 2, {"a": 1}], separators=(",", ":")), json.dumps({1: "a", None: "b", True: "c", 2.5: "d"}), json.dumps((1, 2)), json.dumps("é😀"))
print(json.loads('[1, 2.0, "x", true, false, null, {"k": "v"}]'), json.loads(' "\\u00e9\\n" '), json.loads("1e3"), json.loads("-0"))
class P:
    def __init__(self, x): self.x = x
print(json.dumps({"p": P(3)}, default=lambda o: o.__dict__), json.dumps({3, 1}, default=sorted))
print(json.loads('{"a": 1, "b": 2}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5]", parse_float=str))
for bad in ["{", '{"a" 1}', "[1,]", "nul", '"abc', "{'a': 1}", "[1 2]", "", '{"a":1,}']:
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), "->", e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
