"""Who dies when containers and iterators change, are sorted or come to an end."""
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
def a1():
    l=L(5); del l[1:4]; return "ok"
def a2():
    l=L(6); del l[::2]; return l[0].n
def a3():
    l=L(6); del l[::-2]; return l[0].n
def a4():
    l=L(4); l[1:3]=[D(10),D(11),D(12)]; print("done",end=" ")
def a5():
    l=L(4); l[::2]=[D(10),D(11)]; print("done",end=" ")
def a6():
    l=L(3); l.clear(); print("cl",end=" ")
def a7():
    l=L(3); l*=0; print("cl",end=" ")
def a8():
    l=L(3); l[:]=[]; print("cl",end=" ")
def a9():
    l=L(3); l.pop(0); print("p",end=" "); l.pop(); print("q",end=" "); l.insert(0,D(9)); l.remove(l[1]); print("r",end=" ")
def b1():
    d={D(1):D(2),D(3):D(4)}; d.clear(); print("cl",end=" ")
def b2():
    d={"a":D(1),"b":D(2)}; d["a"]=D(3); print("s",end=" "); d.pop("a"); print("p",end=" "); d.popitem(); print("q",end=" ")
def b3():
    d={"a":D(1)}; d.update(a=D(2),b=D(3)); print("u",end=" "); d.setdefault("a",D(4)); print("v",end=" "); del d["a"]; print("w",end=" ")
def b4():
    d={1:D(1)}; 
    for k,v in d.items():
        d[1]=0; print("x",end=" "); v=None; print("y",end=" ")
    print("end",end=" ")
def b5():
    d={"a":D(1),"b":D(2)}; e=d.copy(); f=dict(e); g={**f}; d=e=f=None; print("only g",end=" "); g=None
def c1():
    s=set(); a=D(1); s.add(a); del a; s.discard(next(iter(s))); print("x",end=" ")
def c2():
    for i,x in enumerate(L(2)):
        x=None; print("b",i,end=" ")
def c3():
    for x,y in zip(L(2),L(2,10)):
        x=y=None; print("b",end=" ")
    print("end",end=" ")
def c4():
    it=iter(L(2)); next(it); next(it); print(next(it,None),end=" "); print("ex",end=" ")
def c5():
    it=reversed(L(2)); [0 for _ in it]; print("ex",end=" ")
def c6():
    return sorted(L(3),key=lambda d:-d.n)
def c7():
    l=L(3); l.sort(key=lambda d:D(100+d.n).n, reverse=True); return l
def c8():
    l=[3,1,2]
    class K:
        def __init__(s,x): s.x=x; s.d=D(x)
        def __lt__(s,o): return s.x<o.x
    l.sort(key=K); return l
for k,f in sorted(globals().copy().items()):
    if len(k)==2 and k[1].isdigit(): t(k,f)
