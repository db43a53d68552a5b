"""Check JSON against a small schema; report paths of problems."""
import json

SCHEMA = {
    "type": "object",
    "required": ["name", "ports"],
    "properties": {
        "name": {"type": "string"},
        "ports": {"type": "array", "items": {"type": "integer", "minimum": 1}},
        "tls": {"type": "boolean"},
        "limits": {"type": "object", "properties": {"cpu": {"type": "number"}}},
    },
}
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}


def check(value, schema, path="$"):
    expected = schema["type"]
    ok = isinstance(value, TYPES[expected]) and not (isinstance(value, bool) and expected in ("integer", "number"))
    if not ok:
        yield f"{path}: expected {expected}, got {type(value).__name__} {json.dumps(value)}"
        return
    if expected == "object":
        for key in schema.get("required", ()):
            if key not in value:
                yield f"{path}: missing {key!r}"
        for key, sub in schema.get("properties", {}).items():
            if key in value:
                yield from check(value[key], sub, f"{path}.{key}")
        for key in value.keys() - schema.get("properties", {}).keys():
            yield f"{path}: unknown {key!r}"
    elif expected == "array":
        for i, item in enumerate(value):
            yield from check(item, schema["items"], f"{path}[{i}]")
    elif "minimum" in schema and value < schema["minimum"]:
        yield f"{path}: {value} is less than {schema['minimum']}"


for text in (
    '{"name": "a", "ports": [80, 443]}',
    '{"name": 1, "ports": [0, "x", true, null]}',
    '{"ports": {}, "limits": {"cpu": "2"}, "extra": 1.50}',
    '[]',
    '{"name": "b", "ports": [], "tls": 1e3}',
    '{"name": ',
    "{'name': 1}",
    '{"a": 1} x',
):
    try:
        problems = list(check(json.loads(text), SCHEMA))
    except json.JSONDecodeError as e:
        problems = [f"not JSON: {e}"]
    print(text, "->", problems or "ok")
