def n(x):
    print("n", x)
    return x
print(n(1) < n(2) < n(3), n(3) < n(2) < n(1))
print(1 < 3 > 2 == 2 != 1 in [1])
