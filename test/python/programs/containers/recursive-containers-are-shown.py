l = [1]
l.append(l)
d = {}
d["d"] = d
print(l, d)
