/** Arenas: what pymalloc maps from the system and gives back, 64 pools at a time. */

import { BadArgumentError } from "../errors";
import { PoolHeader, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { touchHeader, untouchArena } from "./resident";

/** Words of an arena's record, after `struct arena_object`. The record of arena `a` begins at `a * WORDS`. */
export const enum ArenaWord {
  /** `nextarena`, `prevarena` in `usable_arenas`; 0 = the end. */
  NEXT = 0,
  PREV = 1,
  /** `freepools`: the pool that became free last; the others are linked through `PoolHeader.NEXT`. 0 = none. */
  FREE_POOLS = 2,
  /** `nfreepools`: those, and those never used. */
  FREE_COUNT = 3,
  /** `ntotalpools`; 0 = not mapped. */
  TOTAL = 4,
  /** `pool_address`: the first pool that has never been used. */
  NEXT_POOL = 5,
  WORDS = 8,
}

/** Addresses from here on are negative: they are the C library's. */
const GRANULES_FOR_ARENAS = 2 ** 31;

/**
 * Map an arena (`new_arena`). None of its pools is touched by that.
 *
 * Simplified: the kernel chooses the place, usually below all that is mapped; here it is the lowest free place above
 * the others. The tables in which pymalloc finds its arenas are not counted.
 *
 * @returns Its number.
 * @throws {BadArgumentError} When the 32 GiB that addresses can tell apart are mapped.
 */
export function newArena(m: Pymalloc): number {
  const a = lowestUnmapped(m);
  if ((a + 1) * (m.arenaMask + 1) > GRANULES_FOR_ARENAS)
    throw new BadArgumentError(
      "malloc: no room for another arena. Small objects can take 32 GiB, and all of it is mapped. Let the program keep fewer objects.",
    );
  makeRoom(m, a);
  const at = a * ArenaWord.WORDS;
  m.arenas.fill(0, at, at + ArenaWord.WORDS);
  m.arenas[at + ArenaWord.FREE_COUNT] = m.poolsPerArena;
  m.arenas[at + ArenaWord.TOTAL] = m.poolsPerArena;
  m.arenas[at + ArenaWord.NEXT_POOL] = firstPool(m, a);
  m.lowestUnmapped = a + 1;
  m.arenasEver++;
  if (++m.arenasMapped > m.arenasAtMost) m.arenasAtMost = m.arenasMapped;
  return a;
}

/** Give an arena back to the system. Invariant: all its pools are free, and it stands in no list. */
export function unmapArena(m: Pymalloc, a: number): void {
  untouchArena(m, a);
  const first = firstPool(m, a);
  const end = first + m.arenaMask + 1;
  m.granules.fill(0, first, end);
  m.pools.fill(0, recordOf(m, first), recordOf(m, end));
  m.arenas[a * ArenaWord.WORDS + ArenaWord.TOTAL] = 0;
  m.arenasMapped--;
  if (a < m.lowestUnmapped) m.lowestUnmapped = a;
}

/** Take a free pool of an arena that has one: that which became free last, else one that was never used. */
export function takePoolOf(m: Pymalloc, a: number): number {
  const { arenas } = m;
  const at = a * ArenaWord.WORDS;
  arenas[at + ArenaWord.FREE_COUNT]!--;
  const free = arenas[at + ArenaWord.FREE_POOLS]!;
  if (free !== 0) {
    arenas[at + ArenaWord.FREE_POOLS] = m.granules[free + PoolHeader.NEXT]!;
    return free;
  }
  const r = arenas[at + ArenaWord.NEXT_POOL]!;
  arenas[at + ArenaWord.NEXT_POOL] = r + m.poolMask + 1;
  touchHeader(m, r);
  return r;
}

/** The first pool of an arena. */
export function firstPool(m: Pymalloc, a: number): number {
  return a << m.arenaShift;
}

/** The arena of a pool. */
export function arenaOf(m: Pymalloc, r: number): number {
  return r >> m.arenaShift;
}

function lowestUnmapped(m: Pymalloc): number {
  let a = m.lowestUnmapped;
  while (a * ArenaWord.WORDS < m.arenas.length && m.arenas[a * ArenaWord.WORDS + ArenaWord.TOTAL] !== 0) a++;
  return a;
}

/** Make the arrays long enough for an arena. */
function makeRoom(m: Pymalloc, a: number): void {
  while ((a + 1) * ArenaWord.WORDS > m.arenas.length) {
    m.arenas = doubled(m.arenas);
    m.pools = doubled(m.pools);
    m.granules = doubled(m.granules);
  }
}

function doubled(words: Int32Array): Int32Array {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}
