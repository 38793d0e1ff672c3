d = {"b": 1, "a": 2}
d["c"] = 3
print(d, list(d), list(d.items()), d.get("x"), d.get("x", 0), d.pop("b"), d.setdefault("z", []), "a" in d)
d.update({"a": 5}, q=6)
print(d, d.popitem(), len(d), d == {"a": 5, "c": 3, "z": []}, dict([(1, 2)]), dict(a=1), {1: "a", 1.0: "b", True: "c"})
for k in list(d):
    del d[k]
print(d)
