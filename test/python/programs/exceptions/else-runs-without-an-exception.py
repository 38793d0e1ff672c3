for value in (1, 0):
    try:
        r = 10 / value
    except ZeroDivisionError as e:
        print("error:", e)
    else:
        print("result:", r)
    finally:
        print("done")
