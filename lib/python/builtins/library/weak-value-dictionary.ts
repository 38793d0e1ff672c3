/** `weakref.WeakValueDictionary`, as a program: callbacks and removals in the order of `Lib/weakref.py`. */

/** Runs in the module `weakref`, behind `weakIterationSource` and `weakMappingSource`. */
export const weakValueDictionarySource: string = `
class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **others):
        def remove(dead, own_ref=ref(self)):
            self = own_ref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead.key)
                else:
                    _remove_dead_weakref(self.data, dead.key)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **others)

    def _commit_removals(self):
        pending = self._pending_removals
        data = self.data
        while pending:
            _remove_dead_weakref(data, pending.pop())

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __len__(self):
        self._settle()
        return len(self.data)

    def __contains__(self, key):
        self._settle()
        try:
            value = self.data[key]()
        except KeyError:
            return False
        return value is not None

    def get(self, key, default=None):
        self._settle()
        try:
            found = self.data[key]
        except KeyError:
            return default
        value = found()
        return default if value is None else value

    def keys(self):
        self._settle()
        with _IterationGuard(self):
            for key, found in self.data.items():
                if found() is not None:
                    yield key

    def values(self):
        self._settle()
        with _IterationGuard(self):
            for found in self.data.values():
                value = found()
                if value is not None:
                    yield value

    def items(self):
        self._settle()
        with _IterationGuard(self):
            for key, found in self.data.items():
                value = found()
                if value is not None:
                    yield key, value

    def itervaluerefs(self):
        self._settle()
        with _IterationGuard(self):
            yield from self.data.values()

    def valuerefs(self):
        self._settle()
        return list(self.data.values())

    def pop(self, key, *default):
        self._settle()
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        self._settle()
        while True:
            key, found = self.data.popitem()
            value = found()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def update(self, other=None, /, **others):
        self._settle()
        self._fill(other, others)

    def copy(self):
        self._settle()
        copied = WeakValueDictionary()
        with _IterationGuard(self):
            for key, found in self.data.items():
                value = found()
                if value is not None:
                    copied[key] = value
        return copied

    __copy__ = copy
`;
