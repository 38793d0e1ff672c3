/** A value as a learner would write it: one line, double quotes, cut to a readable length. */

/** Longer texts are cut, so that one wrong answer cannot fill a page. */
const longestText = 400;
const mostEntries = 40;
const deepest = 6;

/**
 * Write a value on one line.
 *
 * Never throws: the value comes from an answer, and one that cannot be read is said to be so.
 *
 * @example
 * showValue(new Map([["cart", ["incref", 2]]])); // 'Map { "cart" => ["incref", 2] }'
 */
export function showValue(value: unknown): string {
  try {
    const text = written(value, 0);
    return text.length <= longestText ? text : `${text.slice(0, longestText)} ...`;
  } catch {
    return "a value that cannot be read";
  }
}

function written(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `function ${value.name || "without a name"}`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof RegExp || value instanceof Date) return String(value);
  if (depth === deepest) return "...";
  const next = (entry: unknown): string => written(entry, depth + 1);
  if (Array.isArray(value)) return `[${listed(value, next)}]`;
  if (value instanceof Map)
    return braced(
      "Map",
      listed([...value], ([k, v]) => `${next(k)} => ${next(v)}`),
    );
  if (value instanceof Set) return braced("Set", listed([...value], next));
  if (ArrayBuffer.isView(value))
    return braced(value.constructor.name, listed([...(value as Uint8Array)], next));
  return braced(
    className(value),
    listed(
      Object.entries(value),
      ([key, entry]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${next(entry)}`,
    ),
  );
}

function listed<T>(entries: readonly T[], write: (entry: T) => string): string {
  const shown = entries.slice(0, mostEntries).map(write);
  if (entries.length > mostEntries) shown.push(`... ${entries.length - mostEntries} more`);
  return shown.join(", ");
}

function braced(name: string, inside: string): string {
  const body = inside === "" ? "{}" : `{ ${inside} }`;
  return name === "" ? body : `${name} ${body}`;
}

/** The class of an object; empty for a plain one. */
function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "Object" ? name : "";
}
