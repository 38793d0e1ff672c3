/** Why an object that nothing reaches is still alive: the references that lead back to it. */

import type { HeapState } from "../../sim/heap/heap-state";
import { typeName } from "../../sim/objects/type-name";
import { type Edge, edgesOf } from "./edges";
import type { ChainLink } from "./story";

/** Longer ones say no more. */
const LONGEST_CHAIN = 12;

/** So many others are asked whether they hold an object that is in no cycle itself. */
const MOST_ASKED = 100;

/**
 * The shortest way from `o` back to itself. When it is in no cycle of its own, the shortest way to it from an object of
 * `garbage` that is in one.
 *
 * @returns one link for each object on the way, with the reference that leads on; empty when something else holds it.
 */
export function chainOf(h: HeapState, o: number, garbage: ReadonlySet<number>): readonly ChainLink[] {
  const own = shortestWay(h, o, o, garbage);
  if (own.length > 0) return own;
  let asked = 0;
  for (const other of garbage) {
    if (++asked > MOST_ASKED) break;
    const way = other === o ? [] : shortestWay(h, other, o, garbage);
    if (way.length > 0 && shortestWay(h, other, other, garbage).length > 0) return way;
  }
  return [];
}

function shortestWay(
  h: HeapState,
  from: number,
  to: number,
  garbage: ReadonlySet<number>,
): readonly ChainLink[] {
  const cameBy = new Map<number, { readonly from: number; readonly edge: Edge }>();
  let border = [from];
  for (let length = 1; length <= LONGEST_CHAIN && border.length > 0; length++) {
    const next: number[] = [];
    for (const at of border) {
      for (const edge of edgesOf(h, at)) {
        if (edge.to === to) return linksTo(h, at, edge, from, cameBy);
        if (!garbage.has(edge.to) || cameBy.has(edge.to) || edge.to === from) continue;
        cameBy.set(edge.to, { from: at, edge });
        next.push(edge.to);
      }
    }
    border = next;
  }
  return [];
}

function linksTo(
  h: HeapState,
  last: number,
  edge: Edge,
  first: number,
  cameBy: ReadonlyMap<number, { readonly from: number; readonly edge: Edge }>,
): readonly ChainLink[] {
  const links: ChainLink[] = [{ type: typeName(h, last), reference: edge.reference }];
  for (let at = last; at !== first; ) {
    const step = cameBy.get(at)!;
    links.unshift({ type: typeName(h, step.from), reference: step.edge.reference });
    at = step.from;
  }
  return links;
}
