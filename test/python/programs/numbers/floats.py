print(0.1 + 0.2, 1e16, 1e-5, 1.0, -0.0, 1 / 3, 2.5 // 1, 7.5 % 2, round(2.5), round(3.14159, 2), 1e308 * 10)
print(float("inf") > 1, float("nan") == float("nan"), int(1e15), 3 == 3.0, hash(3) == hash(3.0), 5 / 2, True + 1)
