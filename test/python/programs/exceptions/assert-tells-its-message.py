try:
    assert 1 > 2, "one is less"
except AssertionError as e:
    print(e)
try:
    assert not []
    assert []
except AssertionError as e:
    print(repr(e))
