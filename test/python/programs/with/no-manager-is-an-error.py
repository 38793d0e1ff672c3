try:
    with 5:
        pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__)
