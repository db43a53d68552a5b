import queue, graphlib
q = queue.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.empty())
try: q.put(3); q.put_nowait(4)
except queue.Full: print("full")
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print([p.get() for _ in range(3)])
l = queue.LifoQueue(); l.put("a"); l.put("b"); print(l.get())
try: l.get(); l.get_nowait()
except queue.Empty: print("empty")
g = {"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}
o = list(graphlib.TopologicalSorter(g).static_order()); print(o[0], o[-1], sorted(o))
try: list(graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except graphlib.CycleError as e: print(e.args[0], sorted(set(e.args[1])))
