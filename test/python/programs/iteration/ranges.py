print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), len(range(0, 100, 7)), 5 in range(10), range(3) == range(0, 3, 1), range(10)[2:5], range(3))
