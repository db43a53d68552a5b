for line in ["a=1", "b"]:
    k, v = line.split("=")
    print(k, v)
