class C:
    n = 3
    items = [i for i in range(3)]
def f(k):
    return [[k * i + j for j in range(2)] for i in range(2)], list(j + k for j in range(3))
print(C.items, f(10))
