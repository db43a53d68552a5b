class ConfigError(Exception):
    pass
def load(name):
    raise ConfigError(f"cannot load {name!r}")
print("before")
load("app.cfg")
print("never")
