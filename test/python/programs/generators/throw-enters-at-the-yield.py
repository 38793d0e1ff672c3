def g():
    while True:
        try:
            x = yield
            print("x", x)
        except ValueError as e:
            print("caught", e)
it = g()
next(it)
it.send(1)
it.throw(ValueError("v"))
it.send(2)
