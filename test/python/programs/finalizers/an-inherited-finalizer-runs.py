class Base:
    def __del__(self): print("base", type(self).__name__)
class Derived(Base):
    pass
class Own(Base):
    def __del__(self):
        print("own")
        super().__del__()
Derived()
Own()
