/** `weakref.WeakKeyDictionary`, as a program: callbacks and removals in the order of `Lib/weakref.py`. */

/** Runs in the module `weakref`, behind `weakIterationSource` and `weakMappingSource`. */
export const weakKeyDictionarySource: string = `
class WeakKeyDictionary(_WeakMapping):
    def __init__(self, other=None):
        self.data = {}

        def remove(dead, own_ref=ref(self)):
            self = own_ref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead)
                else:
                    try:
                        del self.data[dead]
                    except KeyError:
                        pass

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if other is not None:
            self.update(other)

    def _commit_removals(self):
        pending = self._pending_removals
        data = self.data
        while pending:
            try:
                del data[pending.pop()]
            except KeyError:
                pass

    def _scrub_removals(self):
        data = self.data
        self._pending_removals = [key for key in self._pending_removals if key in data]
        self._dirty_len = False

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, key):
        try:
            found = ref(key)
        except TypeError:
            return False
        return found in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def keys(self):
        with _IterationGuard(self):
            for found in self.data:
                key = found()
                if key is not None:
                    yield key

    def values(self):
        with _IterationGuard(self):
            for found, value in self.data.items():
                if found() is not None:
                    yield value

    def items(self):
        with _IterationGuard(self):
            for found, value in self.data.items():
                key = found()
                if key is not None:
                    yield key, value

    def keyrefs(self):
        return list(self.data)

    def pop(self, key, *default):
        self._dirty_len = True
        return self.data.pop(ref(key), *default)

    def popitem(self):
        self._dirty_len = True
        while True:
            found, value = self.data.popitem()
            key = found()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, other=None, /, **others):
        self._fill(other, others)

    def copy(self):
        copied = WeakKeyDictionary()
        with _IterationGuard(self):
            for found, value in self.data.items():
                key = found()
                if key is not None:
                    copied[key] = value
        return copied

    __copy__ = copy
`;
