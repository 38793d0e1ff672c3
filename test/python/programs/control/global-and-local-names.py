x = 1
def f():
    try:
        print(x)
        x = 2
    except UnboundLocalError as e:
        print("UnboundLocalError")
f()
def g():
    global x
    x = 3
g()
print(x)
del x
try:
    x
except NameError as e:
    print(e)
