def g():
    print("started")
    yield 1
it = g()
del it
print("end")
