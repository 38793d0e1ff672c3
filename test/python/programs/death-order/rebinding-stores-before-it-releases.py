class D:
    def __del__(self):
        print("dies while x is", x)
x = D()
x = 5
print(x)
