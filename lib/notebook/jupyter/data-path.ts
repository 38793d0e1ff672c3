/** Where this folder's lock and Python files are: they stay in the source tree when lib is compiled. */

import { existsSync } from "node:fs";
import { join } from "node:path";

/** From `lib/dist/notebook/jupyter` as from `lib/notebook/jupyter`. */
const folder: string = existsSync(join(__dirname, "requirements.in"))
  ? __dirname
  : join(__dirname, "../../../notebook/jupyter");

/** Tell the full path of a file of `lib/notebook/jupyter`, for example `requirements.txt`. */
export function dataPath(name: string): string {
  return join(folder, name);
}
