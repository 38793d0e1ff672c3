try:
    raise ValueError("v")
except ValueError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
