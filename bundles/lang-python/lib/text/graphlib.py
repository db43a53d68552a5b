# Topological order.
class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._after = {}  # node: those that wait for it
        self._waits = {}  # node: how many it waits for; 0 is ready, -1 handed out, -2 done
        self._ready = None
        self._out = self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._waits.setdefault(node, 0)
        self._after.setdefault(node, [])
        self._waits[node] += len(predecessors)
        for p in predecessors:
            self._waits.setdefault(p, 0)
            self._after.setdefault(p, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n for n, k in self._waits.items() if k == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen = set()
        for start in self._after:
            if start in seen:
                continue
            path = [start]
            on = {start: 0}
            its = [iter(self._after[start])]
            seen.add(start)
            while its:
                for n in its[-1]:
                    if n in on:
                        return path[on[n] :] + [n]
                    if n not in seen:
                        seen.add(n)
                        on[n] = len(path)
                        path.append(n)
                        its.append(iter(self._after[n]))
                        break
                else:
                    its.pop()
                    del on[path.pop()]
        return None

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check()
        result = tuple(self._ready)
        for n in result:
            self._waits[n] = -1
        self._out += len(result)
        self._ready = []
        return result

    def is_active(self):
        self._check()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check()
        for n in nodes:
            k = self._waits.get(n)
            if k is None:
                raise ValueError("node %r was not added using add()" % (n,))
            if k >= 0:
                raise ValueError("node %r was not passed out (still not ready)" % (n,))
            if k == -2:
                raise ValueError("node %r was already marked done" % (n,))
            self._waits[n] = -2
            self._done += 1
            for m in self._after[n]:
                self._waits[m] -= 1
                if self._waits[m] == 0:
                    self._ready.append(m)

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)
