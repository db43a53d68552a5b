import inspect
def f(a, b=1, *args, c, d=2, **kw): "Doc here.\n\n    indented"; return a
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(int), inspect.ismodule(inspect))
class C:
    def m(self, x: int) -> str: pass
    z = 3
print(inspect.signature(C().m), [n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.ismethod(C().m), inspect.getmro(bool))
b = inspect.signature(f).bind(1, 2, 3, c=4); print(b.arguments, b.args, b.kwargs)
def gen(): yield
print(inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()))
