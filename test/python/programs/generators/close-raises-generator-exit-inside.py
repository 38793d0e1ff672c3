def g():
    try:
        yield 1
    except GeneratorExit:
        print("closing")
        raise
it = g()
next(it)
it.close()
print(list(it))
