def topo(deps):
    order, state = [], {}
    def visit(n):
        if state.get(n) == 1: raise ValueError(f"cycle at {n}")
        if n in state: return
        state[n] = 1
        for m in deps.get(n, ()): visit(m)
        state[n] = 2; order.append(n)
    for n in deps: visit(n)
    return order
print(topo({"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "core": []}))
try: topo({"a": ["b"], "b": ["a"]})
except ValueError as e: print(e)
