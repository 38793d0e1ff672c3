import gc
for g in (-1, 3, 7):
    try:
        gc.collect(g)
    except ValueError as e:
        print(e)
