def f():
    for i in range(5):
        try:
            if i == 2:
                break
            continue
        finally:
            print("f", i)
    return i
print(f())
