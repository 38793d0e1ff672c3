"""What operators and methods of containers give."""
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
def f1(): return [1,[2]]*2, [1]+[2], (1,)*3, 2*[0], [1,2,3][::-1], [1,2,3,4][1:-1], (1,2,3)[-2:], [1,2,3,4,5][4:0:-2]
def f2():
    l=[1]; l.append(l); d={1:l}; d[2]=d; s=(l,d); return l,d,s,d.values(),d.items()
def f3(): return list(range(5,0,-2)), range(10)[2:8:3], range(10)[-1], len(range(0,10,3)), 5 in range(10), 3.0 in range(5), range(3)==range(0,3,1), hash(range(3))==hash(range(3)), range(10).index(4), range(5).count(2), list(reversed(range(4))), range(2**70)[2**69], list(range(2**65,2**65+2)), range(0), bool(range(0)), range(1,10,4).stop
def f4(): return slice(1,2).start, slice(3), slice(None,5,2).indices(4), slice(-1,None,-1).indices(3), slice(1)==slice(1), slice(1,2)<slice(1,3)
def f5():
    d={"a":1,"b":2,"c":3}; return list(reversed(d)), d.keys()&{"a","z"}, sorted(d.keys()|{"q"}), d.keys()-{"a","b"}, sorted(d.items()^{("a",1),("k",2)}), ("a",1) in d.items(), d.keys()=={"a","b","c"}, d.keys()<={"a","b","c","d"}, d.keys().isdisjoint("xyz"), list(d.values()), d.popitem(), d.fromkeys("xy",0), dict([("a",1)],b=2), {**d,"a":9}, d=={"b":2,"a":1}
def f6():
    a={1,2,3}; b=frozenset([2,3,4]); a2=set(a); a2&=b; a3=set(a); a3-=b; a4=set(a); a4^=b; a5=set(a); a5|=b; return a|b,a&b,a-b,a^b,b|a,type(b|a),a2,a3,a4,a5,a<b,a>={1},a.isdisjoint({9}),a.issubset(range(9)),a.issuperset([1]),a.union([7],[8]),a.difference([1],[2]),a.intersection([1,2],[2]),a.symmetric_difference([1,9]),hash(b)==hash(frozenset([4,3,2])),{b:1}[frozenset([2,3,4])],a.copy()==a, b.copy() is b
def f7():
    l=[5,3,1,4]; l.sort(); m=sorted("hello",reverse=True); n=sorted([(1,"b"),(0,"z"),(1,"a")],key=lambda t:t[0]); o=sorted([3,1,2],key=lambda x:-x,reverse=True); r=sorted(range(200),key=lambda x:(x*7919)%200); return l,m,n,o,r[:5],sorted([2.5,1,True]),sorted(["b","a","B"],key=str.lower)
def f8():
    n=[0]
    class K:
        def __init__(s,x): s.x=x
        def __lt__(s,o): n[0]+=1; print(s.x,o.x,end="; "); return s.x<o.x
    sorted([K(5),K(2),K(8),K(1),K(9),K(3)]); return n
def f9():
    i=iter([1,2,3]); next(i); return list(i), list(i), list(iter("héllo")), list(iter(b"ab")), [x for x in {}], list(iter(lambda c=iter([1,2,0,3]):next(c),0)), next(iter([]),"d"), list(map(str,[1,2])), list(filter(None,[0,1,"",2])), list(zip()), list(zip([1,2],[3])), dict(enumerate("ab"))
def g1():
    l=[1,2,3,4]; l[1:3]=[9]; a=l[:]; l[len(l):]=[7,8]; b=l[:]; l[::2]=[0,0,0][:len(l[::2])]; c=l[:]; l[5:2]=[1]; l.insert(-1,"i"); l.insert(100,"e"); l.insert(-100,"s"); d=l[:]; l.extend(x for x in "ab"); l+=(1,2); del l[-1], l[0]; l.reverse(); return a,b,c,d,l,l.index("a"),l.count(0),l.pop(1),l.pop(-2)
def g2():
    x=[1,2,3]
    for i in x:
        if i<10: x.append(i+10)
    y=[1,2,3,4]
    for i in y: y.remove(i)
    return x,y
def g3(): return [1,2]<[1,3],[1,2]<[1,2,3],(2,)>(1,5),[]==(),[1]!=[1.0],(1,2)<=(1,2),[[1],[2]]>[[1],[1]]
for k,f in sorted(globals().copy().items()):
    if len(k)==2 and k[1].isdigit(): t(k,f)
