def f(how):
    try:
        if how == "return":
            return "returned"
        if how == "raise":
            raise KeyError("k")
        return "end"
    except KeyError:
        return "handled"
    finally:
        print("finally after", how)
print(f("return"), f("raise"), f("other"))
