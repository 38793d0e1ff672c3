def numbers(n):
    for i in range(n):
        yield i
def odd(it):
    for i in it:
        if i % 2:
            yield i
def squares(it):
    for i in it:
        yield i * i
print(list(squares(odd(numbers(10)))))
