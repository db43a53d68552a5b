"""Read INI text with continuation lines; typed access and errors."""
TEXT = """; global
[server]
host = 0.0.0.0
port = 8080
paths = /srv
    /data
    /tmp
[flags]
verbose = yes
dry-run: off
ratio = 0.75
[server.tls]
port = 8443
"""


class Config(dict):
    BOOL = {"yes": True, "on": True, "true": True, "1": True, "no": False, "off": False, "false": False, "0": False}

    @classmethod
    def parse(cls, text):
        self, section, key = cls(), None, None
        for n, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.lstrip()[0] in ";#":
                continue
            if line[0].isspace() and key:
                section[key] += "\n" + line.strip()
            elif line.startswith("[") and line.rstrip().endswith("]"):
                section = self.setdefault(line.strip()[1:-1], {})
                key = None
            else:
                at = min((i for i in (line.find("="), line.find(":")) if i >= 0), default=-1)
                if at < 0 or section is None:
                    raise ValueError(f"line {n}: cannot read {line!r}")
                key = line[:at].strip().lower()
                section[key] = line[at + 1:].strip()
        return self

    def get(self, section, key, kind=str, **default):
        here = section
        while True:
            if key in self.get_section(here):
                value = self[here][key]
                return self.BOOL[value.lower()] if kind is bool else value.split("\n") if kind is list else kind(value)
            if "." not in here:
                break
            here = here.rpartition(".")[0]
        if "default" in default:
            return default["default"]
        raise KeyError(f"{section}.{key}")

    def get_section(self, name):
        return dict.get(self, name, {})


c = Config.parse(TEXT)
print(list(c), c["server"])
print(c.get("server", "port", int), c.get("server.tls", "port", int), c.get("server.tls", "host"), c.get("server", "paths", list))
print(c.get("flags", "verbose", bool), c.get("flags", "dry-run", bool), c.get("flags", "ratio", float), c.get("x", "y", default=None))
for attempt in (lambda: c.get("server", "user"), lambda: c.get("server", "host", int), lambda: Config.parse("a = 1"), lambda: c.get("server", "host", bool)):
    try:
        attempt()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
