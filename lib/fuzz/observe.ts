/** Everything that can be seen of a simulated process, in one string: the same as `observe` of `driver.py` writes. */

import { variableCount } from "./program";
import type { World } from "./world";

/** What was there when the program began. */
export interface Start {
  readonly stats: readonly { collections: number; collected: number; uncollectable: number }[];
}

/**
 * Write down the process and forget what it printed and logged.
 *
 * The parts, between bars: counts, whether automatic collection is on, `gc.get_stats()` since the start, lengths of
 * `gc.garbage` and of the list of saved objects; each generation, an object as its letter, its reference count and `!`
 * when it was finalized; each variable: letter, count, place in the generations, number of weakrefs; what was printed;
 * what was logged.
 */
export function observe(world: World, start: Start): string {
  const { gc } = world.heap;
  const stats = gc.getStats().flatMap(({ collections, collected, uncollectable }, generation) => {
    const before = start.stats[generation];
    return [
      collections - (before?.collections ?? 0),
      collected - (before?.collected ?? 0),
      uncollectable - (before?.uncollectable ?? 0),
    ];
  });
  const kept = gc.getReferents(world.keep).length;
  const numbers = [...gc.getCount(), gc.isEnabled() ? 1 : 0, ...stats, gc.garbage.length, kept];
  const places = new Map<number, number>();
  const lists = [0, 1, 2].map((generation) => generationText(world, generation, places));
  const variables = Array.from({ length: variableCount }, (_, n) => variableText(world, n, places));
  const text = [
    numbers.join(","),
    ...lists,
    variables.join(""),
    listed(world.printed),
    listed(world.log),
  ].join("|");
  world.printed.length = 0;
  world.log.length = 0;
  return text;
}

function generationText(world: World, generation: number, places: Map<number, number>): string {
  const { heap } = world;
  let text = "";
  let place = generation * 10_000;
  for (const o of heap.gc.getObjects(generation)) {
    if (world.isBase(o)) continue;
    text += `${world.kind(o)}${heap.refcnt(o)}${heap.gc.isFinalized(o) ? "!" : ""}`;
    places.set(o.id, place++);
  }
  return text;
}

function variableText(world: World, n: number, places: ReadonlyMap<number, number>): string {
  const o = world.value(n);
  const kind = world.kind(o);
  if (kind === ".") return ". ";
  const place = places.get(o.id);
  const weakrefs = world.heap.getweakrefcount(o);
  return `${kind}${world.heap.refcnt(o)}${place === undefined ? "" : `@${place}`}${weakrefs === 0 ? "" : `w${weakrefs}`} `;
}

function listed(items: readonly (string | number)[]): string {
  return items.map((item) => `${item},`).join("");
}
