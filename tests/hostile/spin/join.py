# A text that is joined from no end of nothing.
# limits: fuel=50000000
def nothing():
    while True:
        yield ""
"".join(nothing())
