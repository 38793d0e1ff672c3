import gc
gc.disable()
log = []
class D:
    def __init__(s, n): s.n = n
    def __del__(s): log.append(s.n)
def gen(p, q):
    x = D("x")
    yield D("y")
    try: yield 2
    except ZeroDivisionError: yield D("z")
    yield 3
g = gen(D("p"), D("q")); g.close(); print(log); del g; print(log); log.clear()
g = gen(D("p"), D("q")); next(g); g.close(); print(log); del g; print(log); log.clear()
g = gen(D("p"), D("q")); next(g); next(g); g.close(); print(log); del g; print(log); log.clear()
g = gen(D("p"), D("q")); next(g); next(g); g.throw(ZeroDivisionError); print(log); g.close(); print(log); del g; print(log); log.clear()
g = gen(D("p"), D("q"))
try: g.throw(KeyError)
except KeyError as e: print(log, e.__traceback__.tb_next.tb_lineno)
print(log); log.clear()
def count(f):
    gc.collect(); f(); a = gc.get_count()[0]; f(); b = gc.get_count()[0]; return b - a
def a(): gen(1, 2)
def b(): g = gen(1, 2); next(g)
def c(): g = gen(1, 2); next(g); g.close()
def d(): list(gen(1, 2))
def e():
    for i in gen(1, 2): break
def f(): gen(1, 2).close()
print([count(x) for x in (a, b, c, d, e, f)])
class It:
    def __iter__(s): return s
    def __next__(s): return D("it")
    def close(s): log.append("closed")
def yf(p):
    try: yield from It()
    finally: log.append("fin")
g = yf(D("p")); next(g); del g; print(log); log.clear()
def yf2(p): yield from gen(D("ip"), p)
g = yf2(D("op")); next(g); del g; print(log); log.clear()
g = yf2(D("op")); next(g)
try: g.throw(ValueError)
except ValueError: print(log)
print(log); log.clear(); del g; print(log); log.clear()
def cyc():
    me = yield
    try: yield
    finally: log.append("cfin")
g = cyc(); next(g); g.send(g); del g; print(gc.collect(), log); log.clear()
def held():
    try: raise ValueError
    except ValueError as e: yield e
g = held(); e = next(g); t = e.__traceback__; del e; del g; print(t.tb_frame.f_locals); del t
import sys
def h2():
    try: raise D2
    except D2: yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]
class D2(Exception): pass
g = h2(); print(next(g), sys.exc_info()[0], next(g))
g = (D(str(i)) for i in range(3)); next(g); print(log); g = None; print(log); log.clear()
