class D:
    def __del__(self): print(items)
items = [D()]
items = "new"
