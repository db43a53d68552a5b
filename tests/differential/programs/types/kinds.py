import types
n = types.SimpleNamespace(a=1, b="x"); n.c = 3; print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=3))
def f(): pass
def g(): yield
print(isinstance(f, types.FunctionType), isinstance(g(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), types.NoneType is type(None))
m = types.MappingProxyType({"a": 1}); print(m["a"], "a" in m, len(m), m)
try: m["b"] = 2
except TypeError as e: print(e)
C = types.new_class("C", (), {}, lambda ns: ns.update(x=5)); print(C.x, C.__name__)
class K:
    def m(self): return 1
print(isinstance(K().m, types.MethodType), types.MethodType(lambda self: self, 7)())
