l = [3, 1, 2]
l.append(4); l.insert(0, 0); l.extend([9, 9]); l.remove(9)
print(l, l.index(1), l.pop(), l.pop(0), sorted(l), l[::-1])
l[1:3] = ["a", "b", "c"]; del l[0]
print(l, l * 2, [1, 2] + [3], [1, 2] < [1, 3], 2 in [1, 2])
l.reverse(); print(l, l.copy() == l, l.count("a"), [[]] * 2)
