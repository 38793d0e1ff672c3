/**
 * CPython 3.13: what changed since 3.11.
 *
 * - 3.12: `None`, small ints and static types are immortal (PEP 683).
 * - 3.12: an allocation over the threshold only schedules a collection; it runs at the next check of the eval
 *   breaker, which for `C()` is the end of the call (gh-97922).
 * - 3.12: the pre-header holds the weak reference list; a str is 8 bytes smaller.
 * - 3.13: attribute values live inside the instance.
 * - 3.13: the first threshold is 2000 (PR 124770 kept it when the incremental collector was taken out).
 */

import type { Profile } from "./profile";
import { py311 } from "./py311";

export const py313: Profile = {
  ...py311,
  version: "3.13",
  measuredOn: "3.13.0",
  objects: {
    ...py311.objects,
    immortal: true,
    immortalRefcnt: 0xffffffff,
    instance: {
      headBytes: 48,
      values: "inline",
      valuesPrefixBytes: 0,
      extraValues: 1,
      capacityShrinks: "after",
    },
    asciiHeadBytes: 41,
    typeBytes: 1712,
  },
  collector: {
    ...py311.collector,
    thresholds: [2000, 10, 10],
    runsAt: "eval breaker",
  },
  startup: {
    trackedObjects: 4259,
    noneRefcnt: 0,
  },
};
