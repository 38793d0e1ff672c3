import weakref
for x in (5, "a", [], (1,)):
    try:
        weakref.ref(x)
    except TypeError as e:
        print(e)
