count = 0
def outer():
    n = 0
    def inner():
        nonlocal n
        global count
        n += 1
        count += 10
        return n
    inner()
    return inner()
print(outer(), count)
