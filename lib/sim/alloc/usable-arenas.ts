/**
 * `usable_arenas`: the arenas with a free pool, those with the fewest first. The fullest serve first, so that the
 * emptiest can become wholly free and go back to the system.
 */

import { ArenaWord, arenaOf, newArena, takePoolOf, unmapArena } from "./arena";
import { PoolHeader, unlinkPool } from "./pool";
import type { Pymalloc } from "./pymalloc";

/**
 * Take a free pool of the first usable arena, after mapping one if there is none (`allocate_from_new_pool`).
 *
 * @returns The pool; it stands in no list.
 */
export function takeFreePool(m: Pymalloc): number {
  if (firstUsable(m) === 0) {
    const a = newArena(m);
    insertAfter(m, 0, a);
    m.lastWith[m.poolsPerArena] = a;
  }
  const a = firstUsable(m);
  const free = m.arenas[a * ArenaWord.WORDS + ArenaWord.FREE_COUNT]!;
  // It had the fewest free pools, so with one less it still stands first.
  if (m.lastWith[free] === a) m.lastWith[free] = 0;
  if (free > 1) m.lastWith[free - 1] = a;
  else unlink(m, a);
  return takePoolOf(m, a);
}

/**
 * Give a pool whose last block was freed back to its arena, and the arena to the system if that was its last pool in
 * use (`insert_to_freepool`).
 */
export function insertToFreePool(m: Pymalloc, r: number): void {
  unlinkPool(m, r);
  const { arenas, lastWith } = m;
  const a = arenaOf(m, r);
  const at = a * ArenaWord.WORDS;
  m.granules[r + PoolHeader.NEXT] = arenas[at + ArenaWord.FREE_POOLS]!;
  arenas[at + ArenaWord.FREE_POOLS] = r;
  const before = arenas[at + ArenaWord.FREE_COUNT]!;
  const free = before + 1;
  const last = lastWith[before]!;
  if (last === a) lastWith[before] = previousWith(m, a, before);
  arenas[at + ArenaWord.FREE_COUNT] = free;
  if (free === arenas[at + ArenaWord.TOTAL] && !(m.keepsLastArena && arenas[at + ArenaWord.NEXT] === 0)) {
    unlink(m, a);
    unmapArena(m, a);
  } else if (free === 1) {
    // It was full, and in no list.
    insertAfter(m, 0, a);
    if (lastWith[1] === 0) lastWith[1] = a;
  } else {
    if (lastWith[free] === 0) lastWith[free] = a;
    // Those between have as many free pools as it had.
    if (last !== a) {
      unlink(m, a);
      insertAfter(m, last, a);
    }
  }
}

/** The usable arena with the fewest free pools; 0 = there is none. */
function firstUsable(m: Pymalloc): number {
  return m.arenas[ArenaWord.NEXT]!;
}

/** The arena before `a`, if it has as many free pools; else 0. */
function previousWith({ arenas }: Pymalloc, a: number, free: number): number {
  const prev = arenas[a * ArenaWord.WORDS + ArenaWord.PREV]!;
  return prev !== 0 && arenas[prev * ArenaWord.WORDS + ArenaWord.FREE_COUNT] === free ? prev : 0;
}

/** Put an arena into the list. @param prev - The one before it; 0 = it becomes the first. */
function insertAfter({ arenas }: Pymalloc, prev: number, a: number): void {
  const next = arenas[prev * ArenaWord.WORDS + ArenaWord.NEXT]!;
  arenas[a * ArenaWord.WORDS + ArenaWord.PREV] = prev;
  arenas[a * ArenaWord.WORDS + ArenaWord.NEXT] = next;
  arenas[prev * ArenaWord.WORDS + ArenaWord.NEXT] = a;
  if (next !== 0) arenas[next * ArenaWord.WORDS + ArenaWord.PREV] = a;
}

/** Take an arena out of the list. */
function unlink({ arenas }: Pymalloc, a: number): void {
  const next = arenas[a * ArenaWord.WORDS + ArenaWord.NEXT]!;
  const prev = arenas[a * ArenaWord.WORDS + ArenaWord.PREV]!;
  arenas[prev * ArenaWord.WORDS + ArenaWord.NEXT] = next;
  if (next !== 0) arenas[next * ArenaWord.WORDS + ArenaWord.PREV] = prev;
}
