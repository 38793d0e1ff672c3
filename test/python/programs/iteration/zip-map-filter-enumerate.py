print(list(zip("ab", [1, 2, 3])), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), list(reversed([1, 2])))
print(any([0, 1]), all([]), sum([1, 2], 10), min(3, 1), max([1, 5]), sorted("bca", reverse=True))
