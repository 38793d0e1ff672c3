print([y := 1, y ** 2], y)
print([last := i for i in range(4)], last)
print(any((found := n) > 2 for n in [1, 2, 3, 4]), found)
