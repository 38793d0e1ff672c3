for error in (KeyError("k"), IndexError("i"), TypeError("t")):
    try:
        raise error
    except (KeyError, IndexError) as e:
        print("lookup", repr(e), isinstance(e, LookupError))
    except Exception as e:
        print("other", repr(e))
