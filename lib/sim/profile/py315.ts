/**
 * CPython 3.15: what changed since 3.14.4.
 *
 * - The collector is that of 3.13 again, three generations that count allocations (gh-148726, PR 148746); 3.14.5 and
 *   later have it too (PR 148720).
 * - A frozenset of atoms is not tracked.
 * - Weak references without a callback are cleared after the finalizers: in `__del__` they still lead to the garbage,
 *   and to what it saves (gh-135552, PR 136189).
 * - A class has one member more, a module six.
 *
 * Measured on a 32-bit build, as 3.14.
 */

import type { Profile } from "./profile";
import { py313 } from "./py313";
import { py314 } from "./py314";

export const py315: Profile = {
  ...py314,
  version: "3.15",
  measuredOn: "3.15.0rc1",
  objects: {
    ...py314.objects,
    freeLists: py313.objects.freeLists,
    moduleBytes: 120,
    typeBytes: 1728,
    slottedTypeBytes: 960,
  },
  collector: {
    ...py314.collector,
    kind: "generational",
    thresholds: [2000, 10, 10],
    tracksAtomFrozensets: false,
    countsTracked: false,
    clearsWeakrefs: "after finalizers",
  },
  startup: {
    trackedObjects: 20_010,
    unmarkedObjects: 0,
    noneRefcnt: 0,
  },
};
