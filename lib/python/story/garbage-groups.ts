/** What is alive at the end although nothing reaches it, by class and line. */

import type { HeapState } from "../../sim/heap/heap-state";
import { sizeBytes } from "../../sim/objects/size-bytes";
import type { Birth } from "./births";
import { chainOf } from "./chain";
import type { GarbageGroup } from "./story";

/** Group the objects of a program that are not among `reached`, the largest group first. */
export function garbageGroups(
  h: HeapState,
  alive: ReadonlyMap<number, Birth>,
  reached: ReadonlySet<number>,
): readonly GarbageGroup[] {
  // What was made before the first line is not the program's: its code objects.
  const garbage = new Set([...alive].filter(([o, { line }]) => line > 0 && !reached.has(o)).map(([o]) => o));
  const groups = new Map<string, { birth: Birth; first: number; objects: number; bytes: number }>();
  for (const o of garbage) {
    const birth = alive.get(o)!;
    const key = `${birth.line} ${birth.type}`;
    const group = groups.get(key) ?? { birth, first: o, objects: 0, bytes: 0 };
    group.objects++;
    group.bytes += sizeBytes(h, o);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.bytes - a.bytes || a.birth.line - b.birth.line)
    .map(({ birth, first, objects, bytes }) => ({
      type: birth.type,
      line: birth.line,
      objects,
      bytes,
      chain: chainOf(h, first, garbage),
    }));
}
