def g():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return 3
it = g()
print(next(it), it.send("a"))
try:
    it.send("b")
except StopIteration as e:
    print("value", e.value)
