/** The TypeScript compiler that the notebook kernel brings, so that a check and a cell agree on every error. */

import { createRequire } from "node:module";
import type TypeScript from "typescript";

let loaded: typeof TypeScript | undefined;

/** Load the compiler, once per process: it takes about a fifth of a second, and a kernel has it already. */
export function typescript(): typeof TypeScript {
  // Through tslab, whose own dependency it is.
  loaded ??= createRequire(require.resolve("tslab/package.json"))(
    "@tslab/typescript-for-tslab",
  ) as typeof TypeScript;
  return loaded;
}
