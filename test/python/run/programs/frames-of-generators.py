class D:
    def __del__(s): print("del")
def g(p):
    yield 1
    yield 2
it = g(D()); f = it.gi_frame; print(list(f.f_locals)); del it; print(list(f.f_locals)); del f
it = g(D()); next(it); f = it.gi_frame; print(list(f.f_locals)); del it; print("alive", list(f.f_locals)); del f
it = g(D()); f = it.gi_frame; list(it); print(list(f.f_locals), it.gi_frame); del f; print("x"); del it
it = g(D()); f = it.gi_frame; del f; del it; print("end")
