"""What sys.getsizeof tells of iterators, and for how many items a list has room after each kind of growth."""
import sys, gc
s=sys.getsizeof
d={1:2}
objs = dict(list_iterator=iter([1]), tuple_iterator=iter((1,)), list_reverseiterator=reversed([1]), reversed_=reversed((1,2)), str_it=iter("ab"), str_it2=iter("\u0394"), bytes_it=iter(b"a"), range_it=iter(range(3)), longrange=iter(range(2**70)), keyiter=iter(d), itemiter=iter(d.items()), valiter=iter(d.values()), revkey=reversed(d), set_it=iter({1}), enum=enumerate([1]), zip_=zip([1]), map_=map(str,[1]), filter_=filter(None,[1]), call_it=iter(int,1), keys=d.keys(), values=d.values(), items=d.items(), range_=range(3), slice_=slice(1,2), fs=frozenset(), setx=set(), lst=[], tup=())
class S:
    def __getitem__(self,i): raise IndexError
objs["seqiter"]=iter(S())
print([(k,type(v).__name__,s(v),0 if k=='slice_' else gc.is_tracked(v)) for k,v in objs.items()])
# list sizes
r=[]
def z(l): return (s(l)-s([]))//8
for n in range(0,30): r.append(z(list(range(n))))
print("list(range)",r)
print("list(tuple)",[z(list((1,)*n)) for n in range(30)])
print("list(gen)",[z(list(x for x in range(n))) for n in range(30)])
print("list(set)",[z(list(set(range(n)))) for n in range(30)])
print("list(dict)",[z(list(dict.fromkeys(range(n)))) for n in range(30)])
print("list(list)",[z(list([1]*n)) for n in range(30)])
print("list(map)",[z(list(map(str,range(n)))) for n in range(30)])
def ext(a,b):
    l=[1]*a; l.extend([1]*b); return z(l)
print("ext",[[ext(a,b) for b in range(14)] for a in (0,1,3,8,20)])
def extg(a,b):
    l=[1]*a; l.extend(x for x in range(b)); return z(l)
print("extg",[[extg(a,b) for b in range(14)] for a in (0,1,3,8,20)])
def exr(a,b):
    l=[1]*a; l.extend(range(b)); return z(l)
print("extrange",[[exr(a,b) for b in range(14)] for a in (0,1,3,8,20)])
def ins(a):
    l=[1]*a; l.insert(0,1); return z(l)
print("ins",[ins(a) for a in range(20)])
def slas(a,b,c):
    l=[1]*a; l[0:b]=[2]*c; return z(l)
print("slas",[[slas(8,b,c) for c in range(14)] for b in range(9)])
def im(a,b):
    l=[1]*a; l*=b; return z(l)
print("imul",[[im(a,b) for b in range(5)] for a in range(6)])
def pops(a):
    l=[1]*a; o=[]
    while l: l.pop(); o.append(z(l))
    return o
print("pops",pops(20))
print("slice",[z([1]*n+[2]) for n in range(5)],[z(([1]*9)[:n]) for n in range(9)],[z(([1]*9)[:n:2]) for n in range(9)])
def de(n):
    l=[1]*12; del l[:n]; return z(l)
def de2(n):
    l=[1]*12; del l[:n:2]; return z(l)
print("del",[de(n) for n in range(13)],[de2(n) for n in range(13)])
print("dictlist",[z(list({i:1 for i in range(n)}.items())) for n in range(12)], [z({i:1 for i in range(n)}.keys().__class__ and list({i:1 for i in range(n)}.keys())) for n in range(12)])
l=[1]*5; c=l.copy(); print(z(c))
l=list((3,1,2,4,5));l.append(1);a=z(l); l.sort(); print("sort",a,z(l))
