# A message of a million characters, each of three bytes, in a class with a long name.
# limits: stderr_bytes=100
name = "E" * 200
raise type(name, (Exception,), {})("€" * 1000000)
