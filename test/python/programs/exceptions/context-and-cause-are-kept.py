try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise KeyError("k") from first
except KeyError as second:
    print(repr(second.__cause__), second.__suppress_context__)
    print(second.__context__ is second.__cause__)
