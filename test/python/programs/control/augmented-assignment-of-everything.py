x = [1]
y = x
x += [2]
print(x is y, x)
t = (1,)
u = t
t += (2,)
print(t is u, t)
class C: n = 1
c = C()
c.n += 1
d = {"k": 1}
d["k"] *= 5
print(c.n, C.n, d)
