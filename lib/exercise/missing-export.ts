/** A test called something that the answer does not export: say which name, and what is there instead. */

import { nearestName } from "./nearest-name";

/**
 * Explain `... is not a function` by the answer's exports.
 *
 * @param message - What the test threw.
 * @param exported - The answer's exports, each with its `typeof`.
 * @returns One sentence without its full stop; undefined when the message is about something else.
 * @example
 * missingExport("TypeError: bind is not a function", new Map([["Bind", "function"]]));
 * // "expected a function `bind`, found `Bind`"
 */
export function missingExport(message: string, exported: ReadonlyMap<string, string>): string | undefined {
  // vitest turns an imported name into a property: "(0 , __vite_ssr_import_1__.bind) is not a function".
  const [, name] = /(\w+)\)? is not a function$/.exec(message) ?? [];
  if (name === undefined || exported.get(name) === "function") return undefined;
  return `expected a function \`${name}\`, found ${instead(name, exported)}`;
}

function instead(name: string, exported: ReadonlyMap<string, string>): string {
  const type = exported.get(name);
  if (type !== undefined)
    return type === "undefined" ? "undefined" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
  const nearest = nearestName(name, [...exported.keys()]);
  if (nearest !== undefined) return `\`${nearest}\``;
  return exported.size === 0 ? "an answer that exports nothing" : "nothing of that name";
}
