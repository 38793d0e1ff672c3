def f():
    try:
        raise ValueError("same")
    except ValueError:
        raise
try:
    f()
except ValueError as e:
    print(e, e.__context__)
