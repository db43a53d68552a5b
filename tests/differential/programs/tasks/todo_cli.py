class Todo:
    def __init__(self): self.items, self.n = {}, 0
    def run(self, line):
        cmd, *args = line.split(maxsplit=1); f = getattr(self, "do_" + cmd, None)
        return f(*args) if f else f"unknown command: {cmd}"
    def do_add(self, text): self.n += 1; self.items[self.n] = [text, False]; return f"added #{self.n}"
    def do_done(self, i):
        try: self.items[int(i)][1] = True; return "ok"
        except (KeyError, ValueError) as e: return f"{type(e).__name__}: {e}"
    def do_list(self): return "\n".join(f"[{'x' if d else ' '}] {i}. {t}" for i, (t, d) in self.items.items()) or "empty"
t = Todo()
for l in ["list", "add buy milk", "add call Bob", "done 1", "done 9", "done x", "fly", "list"]: print(t.run(l))
