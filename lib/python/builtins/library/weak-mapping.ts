/** What both weak dictionaries have of `MutableMapping`, as a program. Mirrors `Lib/_collections_abc.py`. */

/** Runs in the module `weakref`. */
export const weakMappingSource: string = `
class _WeakMapping:
    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __eq__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __or__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        merged = self.copy()
        merged.update(other)
        return merged

    def __ror__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        merged = self.__class__()
        merged.update(other)
        merged.update(self)
        return merged

    def __ior__(self, other):
        self.update(other)
        return self

    def __iter__(self):
        return self.keys()

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def _fill(self, pairs, others):
        if pairs is not None:
            pairs = pairs.items() if hasattr(pairs, "items") else pairs
            for key, value in pairs:
                self[key] = value
        for key, value in others.items():
            self[key] = value
`;
