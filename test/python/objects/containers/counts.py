"""What containers and iterators cost the collector, and whether it gets through them."""
import gc
gc.disable()
def cnt(f):
    f(); f()
    gc.collect(); f(); gc.collect(0); a=gc.get_count()[0]; r=f(); b=gc.get_count()[0]; r=None; c=gc.get_count()[0]
    return b-a, c-a
l=[1,2,3]; d={"a":1}; s={1,2}; t=(1,2)
fs=[lambda: iter(l), lambda: iter(t), lambda: iter(d), lambda: iter(d.items()), lambda: iter(s), lambda: iter("abc"), lambda: range(5), lambda: iter(range(5)), lambda: reversed(l), lambda: reversed(t), lambda: enumerate(l), lambda: zip(l,l), lambda: map(str,l), lambda: filter(None,l), lambda: d.keys(), lambda: d.items(), lambda: l[1:], lambda: t[1:], lambda: l+l, lambda: sorted(l), lambda: list(l), lambda: tuple(l), lambda: set(l), lambda: frozenset(l), lambda: dict(d), lambda: {**d}, lambda: [x for x in l], lambda: {x for x in l}, lambda: s|s, lambda: d.copy(), lambda: list(zip(l,l)), lambda: list(d.items()), lambda: iter(int,1), lambda: slice(1,2), lambda: d.fromkeys(l), lambda: dict(zip(l,l)), lambda: sum(l), lambda: max(l), lambda: [a for a,b in d.items()], lambda: [i for i,x in enumerate(l)], lambda: list(map(str,l)), lambda: l*2, lambda: t+(3,), lambda: s.copy(), lambda: s-s, lambda: [*l], lambda: (*l,), lambda: {*l}, lambda: l.copy()]
for i,f in enumerate(fs): print(i,cnt(f))
print(gc.is_tracked((1,2)), gc.is_tracked(tuple([1])), gc.is_tracked({}), gc.is_tracked({"a":1}), gc.is_tracked({"a":[]}), gc.is_tracked(dict(a=1)), gc.is_tracked({"a":[]}.copy()), gc.is_tracked({1:2}.copy()), gc.is_tracked(frozenset([1])), gc.is_tracked(set()), gc.is_tracked(iter([])), gc.is_tracked(range(3)), gc.is_tracked(d.keys()))
def refs():
    it=iter(l); z=zip(l,l); next(z); e=enumerate(l); m=map(str,l); k=d.keys(); i=iter(d.items())
    return [[type(x).__name__ for x in gc.get_referents(o)] for o in (it,z,e,m,k,i,[1,"a"],(1,"a"),{1:"a"},{"a":1},{"x"},slice(1,2))]
print(refs())
class C: pass
def cyc(make):
    c=C(); make(c); del c; return gc.collect()
print([cyc(f) for f in (lambda c: setattr(c,"x",[c]), lambda c: setattr(c,"x",(c,)), lambda c: setattr(c,"x",{"k":c}), lambda c: setattr(c,"x",{c}), lambda c: setattr(c,"x",frozenset([c])), lambda c: setattr(c,"x",iter([c])), lambda c: setattr(c,"x",zip([c])), lambda c: setattr(c,"x",map(str,[c])), lambda c: setattr(c,"x",enumerate([c])), lambda c: setattr(c,"x",{"k":c}.items()), lambda c: setattr(c,"x",iter({"k":c}.items())), lambda c: setattr(c,"x",filter(None,[c])), lambda c: setattr(c,"x",reversed([c])), lambda c: setattr(c,"x",iter({c})), lambda c: setattr(c,"x",iter((c,))))])
