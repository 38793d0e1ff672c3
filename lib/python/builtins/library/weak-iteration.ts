/** What weak dictionaries and weak sets have in common, as a program. Mirrors `Lib/_weakrefset.py`. */

/** Runs in the module `weakref`. */
export const weakIterationSource: string = `
class _IterationGuard:
    # While one is open, keys that die are only noted: nothing may change under an iterator.
    def __init__(self, container):
        self.container = ref(container)

    def __enter__(self):
        container = self.container()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, kind, error, traceback):
        container = self.container()
        if container is not None:
            open_guards = container._iterating
            open_guards.remove(self)
            if not open_guards:
                container._commit_removals()
`;
