def tag(name):
    def wrap(f):
        def inner(*a):
            return "<%s>%s</%s>" % (name, f(*a), name)
        return inner
    return wrap
@tag("b")
@tag("i")
def text(t):
    return t
print(text("x"))
