def inner():
    x = yield 1
    print("inner got", x)
    return "result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield 2
it = outer()
print(next(it), it.send("s"))
