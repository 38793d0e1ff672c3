def show(x):
    print("make", x)
    return x
it = (show(i) for i in range(3))
print("nothing yet")
print(next(it))
print(sum(it))
