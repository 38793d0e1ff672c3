print(1 if [] else 2, [] or "default", 0 and 1, not 0, None or 0 or [], 1 and "last")
print("a" if 0 else "b" if 1 else "c")
