def handlers():
    try:
        a()
    except E:
        b()
    try:
        a()
    except:
        b()
    try:
        a()
    except E as e:
        b(e)
    try:
        a()
    except (E, F) as e:
        b()
    except G:
        c()
    except:
        d()
    else:
        f()
    try:
        a
    except E:
        pass
    c()


def final_bodies():
    try:
        a()
    finally:
        b()
    try:
        a()
    except E as e:
        b()
    else:
        c()
    finally:
        d()
    c()


def exits(x):
    for i in x:
        try:
            if a:
                return i
            if b:
                break
            if c:
                continue
            if d:
                return 1
        except E as e:
            if a:
                return e
            if b:
                break
            continue
        finally:
            f()
            if g:
                return i
    while x:
        try:
            break
        finally:
            f()


def exits_of_finally(x):
    for i in x:
        try:
            f()
        finally:
            if a:
                break
            if b:
                continue
            if c:
                return i


def exits_of_handlers(x):
    for i in x:
        try:
            f()
        except E:
            return i
        except F as e:
            return g(e)
        except G as e:
            raise
        try:
            try:
                return a()
            except E:
                return b
        finally:
            try:
                c()
            except F:
                pass


def with_statements(x):
    with a:
        b()
    with a as b:
        c()
    with a as b, c() as d, f:
        g()
    with a as b, c:
        pass
    for i in x:
        with a as b:
            if c:
                return i
            if d:
                break
            if e:
                continue
            return 5
    with a:
        with b:
            return


def with_and_try(x):
    with a:
        try:
            return f()
        except E as e:
            return g()
        finally:
            with h as i:
                j()


def nested():
    try:
        try:
            raise A
        except B as b:
            try:
                c()
            except D as d:
                pass
            finally:
                e()
    except F:
        pass
    while a:
        try:
            continue
        except E:
            break
        else:
            break


try:
    import a
except ImportError as error:
    print(error)
finally:
    b = 1
with c as d:
    pass
