"""Write files atomically through temporary ones."""
import json
import os
import tempfile


def save(path, value):
    fd, name = tempfile.mkstemp(dir=os.path.dirname(path) or ".", suffix=".tmp")
    try:
        with os.fdopen(fd, "w") as f:
            json.dump(value, f)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "state.json")
    save(path, {"n": 1})
    try:
        save(path, {"bad": object()})
    except TypeError as e:
        print(e)
    with open(path) as f:
        print(f.read(), os.listdir(folder))
    save(path, [1, 2])
    print(json.load(open(path)), os.path.basename(path))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".log") as f:
    f.write("line 1\nline 2\n")
    f.seek(0)
    print(f.readlines(), f.name.endswith(".log"), os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    print(f.write(b"abc"), f.tell(), f.seek(1), f.read())
