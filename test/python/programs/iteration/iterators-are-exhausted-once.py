it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, "default"))
print(list(iter(lambda n=[0]: n.append(1) or len(n), 4)))
