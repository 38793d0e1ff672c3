def conditions(a, b, c, d):
    if a:
        f()
    if a:
        f()
    else:
        g()
    if a:
        f()
    elif b:
        g()
    elif c:
        pass
    else:
        h()
    if not a:
        f()
    if a and b:
        f()
    if a or b:
        f()
    if a and (b or c) and not d:
        f()
    if not (a or b and c):
        f()
    if a < b < c:
        f()
    if not a < b < c:
        f()
    if a is None:
        f()
    if a is not None and b is None:
        f()
    if a if b else c:
        f()
    if a == (b and c):
        f()
    if (a and b) or (c and d):
        f()


def constants():
    if 0:
        a = 1
    if 1:
        b = 1
    else:
        c = 1
    if None:
        d = 1
    elif "x":
        e = 1
    while 0:
        f = 1
    while 1:
        g()
        if h:
            break
    if not 0:
        i = 1
    if 1 and j:
        k = 1
    return a
    l = 1


def loops(a):
    while a:
        f()
    while a:
        f()
        if b:
            break
        if c:
            continue
        g()
    else:
        h()
    while True:
        f()
    for x in a:
        f()


def more_loops(a):
    for x in a:
        if x:
            continue
        if y:
            break
        f()
    else:
        g()
    for x, y in a:
        for z in y:
            if z:
                break
            return z
    for x in [1, 2]:
        pass
    for x in [f(), g()]:
        pass
    for x in {1, 2}:
        pass
    for x[y], z.w in a:
        pass
    for x in a:
        while x:
            if y:
                return
            if z:
                continue
            break
    for x in [*a]:
        pass


def returns(a):
    if a:
        return
    if b:
        return 1
    if c:
        return a, 1
    if d:
        return a and b
    if e:
        return (
            1
        )
    return a if b else c


def raises(a):
    assert a
    assert a, b
    assert a and b, c
    assert not a
    if a:
        raise
    if b:
        raise a
    raise a from b


while a and b:
    f()
for i in range(10):
    if i:
        continue
    print(i)
if a:
    b = 1
else:
    b = 2
