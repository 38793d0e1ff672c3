class Problem(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code
try:
    raise Problem(7, "seven")
except Problem as p:
    print(p.code, p, p.args)
print(issubclass(Problem, Exception), repr(Problem(1, "x")))
