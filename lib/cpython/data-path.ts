/** Where this folder's Python scripts and recordings are: they stay in the source tree when lib is compiled. */

import { existsSync } from "node:fs";
import { join } from "node:path";

/** From `lib/dist/cpython` as from `lib/cpython`. */
const folder: string = existsSync(join(__dirname, "leak_loop.py"))
  ? __dirname
  : join(__dirname, "../../cpython");

/** Tell the full path of a file of `lib/cpython`, for example `leak_loop.py` or `recorded`. */
export function dataPath(name: string): string {
  return join(folder, name);
}
