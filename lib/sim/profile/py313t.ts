/**
 * CPython 3.13, free-threaded build: what differs from 3.13 with a GIL.
 *
 * - An object's header is 32 bytes and no longer 16 (`struct _object`); in turn there is no GC head in front of it. So
 *   containers are as large as before and all other objects 16 bytes larger.
 * - The collector has one generation and stops all threads twice; dicts lose tracking in each collection.
 * - Interned strings are immortal.
 *
 * Nothing here was measured on such an interpreter. Sizes are `sizeof` the structs of 3.13.0's headers, compiled with
 * `Py_GIL_DISABLED`; rules are read in `Python/gc_free_threading.c`.
 *
 * Simplified: its allocator is mimalloc; here it is pymalloc as in the other builds, because nobody has measured it. So
 * blocks and arenas of this profile are not those of the real one; requested bytes are. References from the operand
 * stack to functions, classes and modules are counted here; there they are deferred (`free-threading/` has both).
 */

import type { Profile } from "./profile";
import { py313 } from "./py313";

export const py313t: Profile = {
  ...py313,
  version: "3.13t",
  measuredOn: "source only",
  objects: {
    ...py313.objects,
    internedImmortal: true,
    // Not containers: the header grew.
    noneBytes: 32,
    intHeadBytes: 40,
    floatBytes: 40,
    asciiHeadBytes: 57,
    wideHeadBytes: 72,
    bytesHeadBytes: 49,
    // Containers with a new member: `weakrefs_lock` in `PyWeakReference`, `md_gil` in `PyModuleObject`.
    weakrefBytes: 88,
    moduleBytes: 80,
  },
  collector: {
    ...py313.collector,
    kind: "free-threaded",
  },
};
