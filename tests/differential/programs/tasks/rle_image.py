"""Run-length code a bitmap; rotate, flip, count shapes, PBM text."""
ART = """\
..##....
.####..#
##..##.#
.####..#
..##...."""
image = [[ch == "#" for ch in row] for row in ART.split("\n")]


def show(img):
    return "\n".join("".join(".#"[p] for p in row) for row in img)


def rle(img):
    flat = [p for row in img for p in row]
    out, run, last = [], 0, False
    for p in flat:
        if p is not last:
            out.append(run)
            run, last = 0, p
        run += 1
    return out + [run]


def unrle(runs, width):
    flat = [bool(i % 2) for i, n in enumerate(runs) for _ in range(n)]
    return [flat[i:i + width] for i in range(0, len(flat), width)]


def shapes(img):
    todo = {(r, c) for r, row in enumerate(img) for c, p in enumerate(row) if p}
    while todo:
        stack, size = [todo.pop()], 0
        while stack:
            r, c = stack.pop()
            size += 1
            for near in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if near in todo:
                    todo.remove(near)
                    stack.append(near)
        yield size


runs = rle(image)
print(runs, unrle(runs, 8) == image, f"{len(runs)}/{8 * 5}")
print(show(list(zip(*image[::-1]))))
print(show([row[::-1] for row in image][:2]))
print(sorted(shapes(image)), sum(map(sum, image)))
rows = [sum(p << (7 - i) for i, p in enumerate(row)) for row in image]
print([f"{r:#010b}" for r in rows], bytes(rows).hex(" "))
print("P1\n8 5\n" + "\n".join(" ".join(str(int(p)) for p in row) for row in image))
