"""Classes that inherit from containers, and classes that are like them."""
class D:
    def __init__(self, n): self.n=n
    def __del__(self): print("-%s"%self.n, end=" ")
    def __repr__(self): return "D%s"%self.n
class E:
    def __init__(self,n): self.n=n
    def __eq__(self,o): print("eq",self.n,getattr(o,"n",o),end=" "); return self.n==getattr(o,"n",o)
    def __hash__(self): return 7
    def __repr__(self): return "E%s"%self.n
def t(name,f):
    print(name,end=": ")
    try: r=f(); print(r, end=" "); 
    except BaseException as e: print(type(e).__name__,e,end=" "); e=None
    r=None
    print("|")
def L(n,k=0): return [D(i+k) for i in range(n)]
def e1():
    class C(list): pass
    c=C([1,2]); c.x=5; c.append(3); return c, type(c+[4]), c.x, c[0:2], type(c[0:2]), len(c), C()==[]
def e2():
    class C(dict):
        def __missing__(s,k): return k*2
    c=C(a=1); c.y=1; return c["zz"], c, c.copy(), dict(c), c.get("q"), "a" in c, list(c.items())
def e3():
    class C(set): pass
    c=C([1,2]); return c, c|{3}, type(c|{3}), type(c.copy()), len(c), 1 in c
def e4():
    class C(tuple): pass
    c=C((1,2)); return c, c+(3,), type(c+(3,)), c[0], hash(c)==hash((1,2)), type(c[:]), C()==()
def e5():
    class C(list):
        def __del__(s): print("del C",len(s),end=" ")
    c=C(L(2)); c=None; print("gone",end=" ")
def e6():
    class S:
        def __len__(s): print("len",end=" "); return 3
        def __getitem__(s,i):
            if i>2: raise IndexError
            return i
    s=S(); return list(s), list(reversed(s)), 2 in s, tuple(s), sorted(s), [*s]
def e7():
    class I:
        def __init__(s): s.i=0
        def __iter__(s): return s
        def __next__(s):
            s.i+=1
            if s.i>3: raise StopIteration
            return s.i
    return list(I()), sum(I()), list(zip(I(),"ab")), list(map(lambda x,y:x+y,I(),I())), list(filter(lambda x:x%2,I())), max(I()), dict(zip("ab",I())), set(I()), list(enumerate(I(),5)), 2 in I()
for k,f in sorted(globals().copy().items()):
    if len(k)==2 and k[1].isdigit(): t(k,f)
