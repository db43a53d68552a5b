"""Parse a .env file with quotes, comments and interpolation."""
TEXT = r'''
# database
DB_HOST=localhost
DB_PORT = 5432   # the default
export DB_USER="admin user"
DB_URL=postgres://${DB_USER}@${DB_HOST}:${DB_PORT}/app
GREETING='no ${interpolation} here'
ESCAPED="tab\there"
EMPTY=
broken line
MISSING=${NOPE:-fallback}
'''


def interpolate(value, env):
    out, i = [], 0
    while i < len(value):
        if value.startswith("${", i):
            end = value.index("}", i)
            name, _, default = value[i + 2:end].partition(":-")
            out.append(env.get(name, default))
            i = end + 1
        else:
            out.append(value[i])
            i += 1
    return "".join(out)


def parse(text):
    env, errors = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        key, eq, value = line.removeprefix("export ").partition("=")
        if not eq:
            errors.append(f"line {number}: expected KEY=VALUE, got {line!r}")
            continue
        value = value.strip()
        if value[:1] == "'" and value[-1:] == "'":
            env[key.strip()] = value[1:-1]
            continue
        if value[:1] == '"' and value[-1:] == '"':
            value = value[1:-1].encode().decode("unicode_escape")
        else:
            value = value.split(" #")[0].rstrip()
        env[key.strip()] = interpolate(value, env)
    return env, errors


env, errors = parse(TEXT)
width = max(map(len, env))
for key, value in env.items():
    print(f"{key:>{width}} = {value!r}")
print(*errors, sep="\n")
