import re


def snake(name):
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()


def camel(name):
    return re.sub(r"_+([a-z0-9])", lambda m: m.group(1).upper(), name)


for name in ("camelCase", "HTTPResponseCode", "getX2Y", "already_snake", "A"):
    print(name, snake(name), camel(snake(name)))

print(re.sub(r"\s+", " ", "  many \t\n spaces  ").strip())
print(re.sub(r"[^\w\s-]", "", "Héllo, Wörld! -- ok?"), re.sub(r"[-\s]+", "-", "a - b   c"))
print(re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", "parseHTMLDoc2Text"))
print(re.split(r"(?<=[.!?])\s+(?=[A-Z])", "It is. Is it? Yes! no. Done."))
print(re.split(r"(?<!^)(?=[A-Z])", "SplitOnCapitals"))

count = {}
for word in re.findall(r"[a-z']+", "The cat and the dog; the Cat's toy.".lower()):
    count[word] = count.get(word, 0) + 1
print(sorted(count.items(), key=lambda kv: (-kv[1], kv[0])))

env = {"user": "ada", "n": "3"}
print(re.sub(r"\$(?:(\$)|\{(\w+)(?::-([^}]*))?\}|(\w+))", lambda m: m[1] or env.get(m[2] or m[4], m[3] if m[3] is not None else m[0]), "$user has ${n} of ${total:-10}, pays $$5, $missing, ${x:-}"))
