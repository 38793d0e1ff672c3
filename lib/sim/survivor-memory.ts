/** Survivors: many objects of one size, of which all but some are freed, on a heap whose memory is modelled in blocks. */

import { modelBlocks } from "./alloc/heap-blocks";
import { type MemoryInUse, memoryInUse } from "./alloc/memory-in-use";
import type { HeldMemory, SurvivorMemory } from "./alloc/memory-run";
import { liveObjects } from "./alloc/usage";
import { cleanArena } from "./clean-arena";
import { HeapState } from "./heap/heap-state";
import { State } from "./heap/memory-map";
import { decref } from "./heap/refcount";
import { createClass } from "./objects/class";
import { createInstance } from "./objects/instance";
import { profileOf } from "./profile";

/** Which objects are kept, by name. The same as in `lib/cpython/memory_runs.py`. */
const KEPT: Readonly<Record<string, (k: number) => boolean>> = {
  "every 1000th": (k) => k % 1000 === 0,
  "first 1000": (k) => k < 1000,
  none: () => false,
};

/**
 * From a clean arena on, make instances of a class with one slot (40 bytes each), and free all but some. The collector is
 * off: they die when their counts fall to 0.
 *
 * @param objects - How many.
 * @returns One run for each choice of survivors: every 1000th, the first 1000, none.
 * @throws {BadArgumentError} For an unknown profile.
 */
export function survivorMemory(profile: string, objects: number): readonly SurvivorMemory[] {
  return Object.keys(KEPT).map((kept) => oneRun(profile, objects, kept));
}

function oneRun(profile: string, objects: number, kept: string): SurvivorMemory {
  const h = new HeapState(profileOf(profile));
  modelBlocks(h);
  h.memory[State.ENABLED] = 0;
  const slotted = createClass(h, { name: "Slotted", slots: ["x"] });
  const pymalloc = cleanArena(h);
  const liveBefore = liveObjects(h);
  const before = memoryInUse(pymalloc);
  const held = Array.from({ length: objects }, () => createInstance(h, slotted));
  const all = above(memoryInUse(pymalloc), before);
  const keeps = KEPT[kept]!;
  for (const [k, o] of held.entries()) if (!keeps(k)) decref(h, o);
  return {
    source: "simulated",
    python: profile,
    kept,
    objects,
    keptObjects: liveObjects(h) - liveBefore,
    all,
    survivors: above(memoryInUse(pymalloc), before),
  };
}

function above(now: MemoryInUse, before: MemoryInUse): HeldMemory {
  return {
    arenas: now.arenas - before.arenas,
    mappedBytes: now.mappedBytes - before.mappedBytes,
    residentBytes: now.residentBytes - before.residentBytes,
  };
}
