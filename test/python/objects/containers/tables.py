"""The tables of dicts and sets: their sizes, and the order of a set of ints."""
import sys
s=sys.getsizeof
def D(n,st=False): 
    d={}
    for i in range(n): d[str(i) if st else i]=1
    return d
def z(d): return s(d)-s({})
for st in (False,True):
    print("ins",st,[z(D(n,st)) for n in range(24)])
    print("copy",[z(D(n,st).copy()) for n in range(24)])
    print("dict()",[z(dict(D(n,st))) for n in range(24)])
    print("{**}",[z({**D(n,st)}) for n in range(24)])
    def upd(a,b):
        d=D(a,st); d.update({("x"+str(i) if st else -1-i):2 for i in range(b)}); return z(d)
    print("upd",[[upd(a,b) for b in (0,1,3,5,6,8,11,20)] for a in (0,1,3,5,6,10)])
    def holes(n,k):
        d=D(n,st)
        for x in list(d)[:k]: del d[x]
        return d
    print("holes copy",[[z(holes(n,k).copy()) for k in range(0,n+1)] for n in (4,6,9,12)])
    print("holes dict()",[[z(dict(holes(n,k))) for k in range(0,n+1)] for n in (4,6,9,12)])
    print("holes upd",[[ (lambda d,e:(d.update(e),z(d))[1])({},holes(n,k)) for k in range(0,n+1)] for n in (4,6,9,12)])
    print("fromkeys",[z(dict.fromkeys([str(i) if st else i for i in range(n)])) for n in range(20)],[z(dict.fromkeys(D(n,st))) for n in range(20)],[z(dict.fromkeys(set(D(n,st)))) for n in range(20)])
    def popit(n,k):
        d=D(n,st)
        for _ in range(k): d.popitem()
        o=[]
        for i in range(12): d[("y"+str(i) if st else 100+i)]=1; o.append(z(d))
        return o
    print("popitem",popit(5,3),popit(5,5),popit(10,4))
    def dele(n,k):
        d=D(n,st)
        for x in list(d)[:k]: del d[x]
        o=[]
        for i in range(12): d[("y"+str(i) if st else 100+i)]=1; o.append(z(d))
        return o
    print("del",dele(5,3),dele(5,5),dele(10,4))
def kw(**k): return z(k)
print("kw",[kw(**D(n,True)) for n in range(16)])
d=D(3,True); d[1]=1; print("mixed",z(d)); d=D(5,True); d[1]=1; print(z(d)); d=D(4,False); d["a"]=1;print(z(d))
print("sets")
def S(n): 
    x=set()
    for i in range(n): x.add(i)
    return x
zs=lambda x:s(x)-s(set())
print("add",[zs(S(n)) for n in range(24)])
print("set(list)",[zs(set(list(range(n)))) for n in range(24)])
print("set(set)",[zs(set(S(n))) for n in range(24)])
print("set(dict)",[zs(set(D(n))) for n in range(24)])
print("copy",[zs(S(n).copy()) for n in range(24)])
print("fs",[zs(frozenset(S(n))) for n in range(24)])
print("union",[[zs(S(a)|{100+i for i in range(b)}) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20)])
print("upd",[[(lambda x:(x.update({100+i for i in range(b)}),zs(x))[1])(S(a)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20)])
print("updl",[[(lambda x:(x.update([100+i for i in range(b)]),zs(x))[1])(S(a)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20)])
print("inter",[[zs(S(a)&S(b)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20,40)])
print("diff",[[zs(S(a)-S(b)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20,40)])
print("iand",[[(lambda x:(x.__iand__(S(b)),zs(x))[1])(S(a)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20,40)])
print("isub",[[(lambda x:(x.__isub__(S(b)),zs(x))[1])(S(a)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20,40)])
print("symd",[[zs(S(a)^S(b)) for b in (0,1,3,4,5,8,20)] for a in (0,1,4,5,10,20,40)])
def P(n,k):
    x=S(n); o=[]
    for i in range(k): o.append(x.pop())
    o.append(zs(x)); x.add(77); o.append(list(x)); return o
print("pop",P(5,3),P(20,4),P(3,3))
x=S(10)
for i in (2,5): x.discard(i)
x.add(-3); x.add(34); print("order",list(x)); x.add(66); x.add(130); print(list(x)); x=set([130,66,34,2,-3,1000,5,1<<40,(1<<40)+3]); print(list(x)); y=x|{8,40,72}; print(list(y)); print(list(y-{8})); print(list(y&set(range(100)))); print(list(y^{8,9,10,11,12})); print(list(frozenset(x)))
x={1,9,17,25,33}; x.discard(9); x.discard(17); x.add(41); print(list(x)); print(list(x.copy()), list(x|{2}))
z1=set(range(20)); 
for i in range(15): z1.discard(i)
print(zs(z1), zs(z1.copy()), zs(set(z1)), zs(z1|set())); z1.add(3); print(zs(z1)); z1.intersection_update({3,16}); print(list(z1),zs(z1))
