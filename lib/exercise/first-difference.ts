/** The first place where what was expected and what was found part. */

import { showValue } from "./show-value";

/**
 * Compare two values entry by entry, in the order of the expected one.
 *
 * @returns A sentence without its full stop; undefined when the two are not both lists, both maps or both objects, and
 *   when no difference can be found.
 * @example
 * firstDifference(["incref cart 1", "dealloc cart"], ["incref cart 1"]);
 * // 'at [1]: expected "dealloc cart", found nothing'
 */
export function firstDifference(expected: unknown, actual: unknown): string | undefined {
  try {
    const found = differenceBelow(expected, actual, "", 0);
    return found === undefined || found.path === "" ? undefined : `at ${found.path}: ${found.text}`;
  } catch {
    return undefined;
  }
}

interface Difference {
  readonly path: string;
  readonly text: string;
}

/** Below this depth values are compared as they are shown. */
const deepest = 6;

function differenceBelow(
  expected: unknown,
  actual: unknown,
  path: string,
  depth: number,
): Difference | undefined {
  if (Object.is(expected, actual)) return undefined;
  const left = depth < deepest ? entriesOf(expected) : undefined;
  const right = left && entriesOf(actual);
  if (left === undefined || right === undefined || left.kind !== right.kind) {
    if (depth >= deepest && showValue(expected) === showValue(actual)) return undefined;
    return { path, text: `expected ${showValue(expected)}, found ${showValue(actual)}` };
  }
  for (const [key, value] of left.entries) {
    const below = `${path}${left.step(key)}`;
    if (!right.entries.has(key)) return { path: below, text: `expected ${showValue(value)}, found nothing` };
    const difference = differenceBelow(value, right.entries.get(key), below, depth + 1);
    if (difference !== undefined) return difference;
  }
  for (const [key, value] of right.entries)
    if (!left.entries.has(key))
      return { path: `${path}${left.step(key)}`, text: `expected nothing, found ${showValue(value)}` };
  return undefined;
}

interface Entries {
  readonly kind: "list" | "map" | "object";
  readonly entries: ReadonlyMap<unknown, unknown>;
  /** How the way to one entry is written. */
  step(key: unknown): string;
}

function entriesOf(value: unknown): Entries | undefined {
  if (Array.isArray(value))
    return { kind: "list", entries: new Map(value.entries()), step: (key) => `[${key}]` };
  if (value instanceof Map) return { kind: "map", entries: value, step: (key) => `[${showValue(key)}]` };
  if (typeof value !== "object" || value === null || value instanceof Set || value instanceof Error)
    return undefined;
  return {
    kind: "object",
    entries: new Map<unknown, unknown>(Object.entries(value)),
    step: (key) => `.${key}`,
  };
}
