a = "".join(["ab", "c"])
b = "".join(["ab", "c"])
print(a == b, a is b)
c = "x"
print("".join(["x"]) is "".join(["x"]))
