/** Where the files are that lib reads as they are: scripts, recordings, locks. They stay in the source tree when lib is compiled. */

import { basename, dirname, join } from "node:path";

/** The folder `lib`, seen from `lib` as from `lib/dist`. */
const lib: string = basename(__dirname) === "dist" ? dirname(__dirname) : __dirname;

/** Tell the full path of a file below `lib`, for example `dataPath("cpython/leak_loop.py")`. */
export function dataPath(path: string): string {
  return join(lib, path);
}
