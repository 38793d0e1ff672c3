/** What the model does with the requests of pymalloc.py, in the shape in which the script tells what CPython does. */

import { free, malloc } from "../../lib/dist/sim/alloc/malloc";
import { mallocStats } from "../../lib/dist/sim/alloc/malloc-stats";
import { memoryInUse } from "../../lib/dist/sim/alloc/memory-in-use";
import { Pymalloc, type PymallocRules } from "../../lib/dist/sim/alloc/pymalloc";
import { profileOf } from "../../lib/dist/sim/profile";
import type { AllocatorLeak, AllocatorSurvivors, OracleData } from "./oracle-data";

type Data = OracleData["pymalloc"];

/** The rules of each version line; there is no profile of 3.9, which differs in one rule from 3.8. */
export const rules: Readonly<Record<string, PymallocRules>> = {
  "3.8": { ...profileOf("3.8").allocator, keepsLastArena: false },
  "3.9": { ...profileOf("3.8").allocator, keepsLastArena: true },
  "3.10": profileOf("3.10").allocator,
  "3.11": profileOf("3.11").allocator,
  "3.12": profileOf("3.12").allocator,
  "3.13": profileOf("3.13").allocator,
};

/** What one iteration of the leak loop asks for, in this order: instances, and their dicts, keys or values. */
const withDicts: readonly number[] = [48, 48, 64, 168, 64, 168];
const leakRequests: Readonly<Record<string, readonly number[]>> = {
  "3.8": withDicts,
  "3.9": withDicts,
  "3.10": withDicts,
  "3.11": [56, 32, 56, 32],
  "3.12": [48, 32, 48, 32],
  "3.13": [88, 88],
};

/** Which of the survivors are kept. */
export const kept: Readonly<Record<keyof Data["survivors"], (k: number) => boolean>> = {
  "every 1000th": (k) => k % 1000 === 0,
  "first 1000": (k) => k < 1000,
  none: () => false,
};

/** An instance with one slot, and its size class in granules. */
const SLOTTED_BYTES = 40;
const SLOTTED_CLASS = 3;

/** Open a pool for each size class, from 512 bytes down to 16. @returns the one block of each. */
function cleanArena(m: Pymalloc): number[] {
  return Array.from({ length: 32 }, (_, i) => malloc(m, 512 - 16 * i));
}

/** Fill an arena. @returns the blocks of its one pool for instances with a slot. */
function fullArena(m: Pymalloc): number[] {
  const blocks = Array.from({ length: m.blocksPerPool[SLOTTED_CLASS]! }, () => malloc(m, SLOTTED_BYTES));
  for (let block = (m.poolsPerArena - 1) * m.blocksPerPool[32]!; block > 0; block--) malloc(m, 512);
  return blocks;
}

/** Where each block of the walk begins, and the allocator after it. */
export function walk(series: string, { slots, sizes }: Data["walk"]): { m: Pymalloc; places: number[] } {
  const m = new Pymalloc(rules[series]!);
  const opened = cleanArena(m);
  for (const block of opened.slice(0, (512 - 128) / 16 + 1)) free(m, block);
  const held = new Map<number, number>();
  const places = slots.map((slot, k) => {
    const address = held.get(slot) ?? malloc(m, sizes[k]!);
    if (held.delete(slot)) free(m, address);
    else held.set(slot, address);
    return address - opened[0]!;
  });
  return { m, places };
}

/**
 * What the objects take, and what stays of it.
 *
 * @param blocksFree - How many blocks of the class are free at the begin, also in an older arena: what else the process
 *   holds differs a little.
 */
export function survivors(
  series: string,
  count: number,
  keeps: (k: number) => boolean,
  blocksFree: number,
): AllocatorSurvivors {
  const m = new Pymalloc(rules[series]!);
  const older = fullArena(m);
  cleanArena(m);
  while (freeBlocks(m) > blocksFree) malloc(m, SLOTTED_BYTES);
  for (const block of older.slice(0, blocksFree - freeBlocks(m))) free(m, block);
  const begin = reading(m);
  const objects = Array.from({ length: count }, () => malloc(m, SLOTTED_BYTES));
  const all = reading(m);
  for (const [k, object] of objects.entries()) if (!keeps(k)) free(m, object);
  const end = reading(m);
  return { begin: above(begin, begin), all: above(all, begin), survivors: above(end, begin) };
}

/** What the leak loop does, of an arena with so many pools. */
export function leak(series: string, like: AllocatorLeak, pools: number): AllocatorLeak {
  const m = new Pymalloc(rules[series]!, { arenaAligned: pools === 64 });
  cleanArena(m);
  const [from, to] = like.zoom;
  const roomBytes = mallocStats(m).unusedPools * rules[series]!.poolBytes;
  const begin = memoryInUse(m).residentBytes;
  const [arenaSteps, pageSteps, residentBytes] = [[] as number[], [] as number[], [0]];
  for (let k = 1; k <= like.iterations; k++) {
    const [arenas, pages] = [m.arenasMapped, m.residentPages];
    for (const sizeBytes of leakRequests[series]!) malloc(m, sizeBytes);
    if (m.arenasMapped > arenas) arenaSteps.push(k);
    for (let page = pages; page < m.residentPages; page++) if (k > from && k <= to) pageSteps.push(k);
    if (k % like.every === 0) residentBytes.push(memoryInUse(m).residentBytes - begin);
  }
  return { ...like, roomBytes, arenaSteps, pageSteps, residentBytes };
}

function freeBlocks(m: Pymalloc): number {
  return mallocStats(m).classes[SLOTTED_CLASS - 1]!.blocksFree;
}

type Reading = AllocatorSurvivors["begin"];

function reading(m: Pymalloc): Reading {
  const stats = mallocStats(m);
  const { pools, blocksInUse, blocksFree } = stats.classes[SLOTTED_CLASS - 1]!;
  const { arenas, mappedBytes, residentBytes } = memoryInUse(m);
  return {
    pools,
    blocksInUse,
    blocksFree,
    arenas,
    unusedPools: stats.unusedPools,
    mappedBytes,
    residentBytes,
  };
}

/** Free blocks and unused pools are told as they are; all else above the begin. */
function above(reading: Reading, begin: Reading): Reading {
  return {
    ...reading,
    pools: reading.pools - begin.pools,
    blocksInUse: reading.blocksInUse - begin.blocksInUse,
    arenas: reading.arenas - begin.arenas,
    mappedBytes: reading.mappedBytes - begin.mappedBytes,
    residentBytes: reading.residentBytes - begin.residentBytes,
  };
}
