def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("fin")
    return "ret"
it = g(); print(next(it)); print(it.send("a")); print(it.throw(ValueError("boo")))
try: next(it)
except StopIteration as e: print("stop", e.value)
try: next(it)
except StopIteration as e: print("stop", e.value)
it = g()
try: it.send(1)
except TypeError as e: print(e)
def outer():
    r = yield from inner()
    print("r", r)
    yield "end"
def inner():
    try:
        a = yield "i1"
        print("a", a)
    except KeyError as e:
        print("inner caught", repr(e))
        yield "handled"
    return 42
o = outer(); print(next(o), o.send("hey"))
o = outer(); print(next(o), o.throw(KeyError("k")), next(o))
o = outer(); print(next(o)); o.close(); print("closed")
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def stopper():
    yield 1
    raise StopIteration("x")
s = stopper(); next(s)
try: next(s)
except RuntimeError as e: print(e, repr(e.__cause__))
def running():
    try: next(me)
    except ValueError as e: print(e)
    yield 1
me = running(); next(me)
def yf(): 
    x = yield from [1, 2]
    print(x)
    yield from "ab"
    return (yield from iter(()))
print(list(yf()))
def thrower():
    yield 1
t = thrower()
try: t.throw(ZeroDivisionError)
except ZeroDivisionError as e: print("zde", e.args)
print(list(t))
class It:
    def __iter__(s): return s
    def __next__(s): raise StopIteration(7)
def d(): print("res", (yield from It())); yield 1
print(list(d()))
def deleg():
    yield from It2()
class It2:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): print("throw", len(a), a[0] if isinstance(a[0], type) else type(a[0]).__name__); return "thrown"
    def close(s): print("close")
q = deleg(); next(q); print(q.throw(ValueError("v"))); q.close()
print((x*x for x in range(3)), ) if 0 else print(sum(x*x for x in range(3)))
def lots():
    for i in range(3):
        try: yield i
        finally: print("f", i)
for i in lots():
    if i == 1: break
print("done")
def nest():
    with_ = [1]
    for a in with_:
        for b in "xy":
            yield a, b
print(list(nest()), [*nest()][0], {k: v for k, v in [(1, 2)]})
gen = lots(); next(gen); del gen
print(gen_name := (lambda: (yield)).__name__)
