# Eight queens that do not attack each other, by backtracking.
def place(size, columns=()):
    row = len(columns)
    if row == size:
        yield columns
        return
    for column in range(size):
        if all(
            column != other and abs(column - other) != row - at
            for at, other in enumerate(columns)
        ):
            yield from place(size, columns + (column,))


solutions = list(place(8))
for column in solutions[0]:
    print(" ".join("♛" if at == column else "·" for at in range(8)))
print(f"one of {len(solutions)} solutions")
