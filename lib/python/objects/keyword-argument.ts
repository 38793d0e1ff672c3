/** Arguments of native methods that can be given by position or by name. Mirrors `_PyArg_UnpackKeywords`. */

import type { Keywords } from "./native-type";

/** The argument, borrowed; 0 = not given. @param i - Its position in `args`, `self` included. */
export function argument(args: readonly number[], keywords: Keywords, i: number, name: string): number {
  return args[i] ?? keywords?.get(name) ?? 0;
}
