"""Which comparisons containers make of objects that have their own equality."""
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
def d1():
    d={}; a,b=E(1),E(2); d[a]=1; d[b]=2; d[E(1)]=3; print(d, E(2) in d, end=" "); return d.get(E(5))
def d2():
    s={E(1),E(2),E(1)}; s.discard(E(2)); print(len(s),end=" "); return s=={E(1)}
def d3(): return E(1) in [E(2),E(1)], [E(1)].index(E(1)), [E(1),E(2)].count(E(2))
def d4(): return {1:E(1)}=={1:E(1)}, [E(1)]==[E(1)], (E(1),)!=(E(2),)
def d5(): return {E(1)}|{E(1),E(2)}, {E(1)}&{E(1)}, {E(1)}-{E(1)}, {E(1)}^{E(2)}
def d6():
    d={E(1):1}; del d[E(1)]; return d.pop(E(1),"none"), d.setdefault(E(3),9), {(E(1),2):3}[(E(1),2)]
for k,f in sorted(globals().copy().items()):
    if len(k)==2 and k[1].isdigit(): t(k,f)
