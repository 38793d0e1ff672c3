/** Where the exercises, the files that vitest loads, and what the kit remembers about a learner are found. */

import { join } from "node:path";

/** The folder that holds `lib`, `exercises` and `notebooks`. Compiled, this file is `lib/dist/exercise/kit-folder.js`. */
export const kitRoot: string = join(__dirname, "../../..");

/** The exercise folders, one each. */
export const exercisesDir: string = join(kitRoot, "exercises");

/** What the host process and its test runner are: source files that vitest loads as they are. */
export const vitestDir: string = join(kitRoot, "lib/exercise/vitest");

/** What `import "leakloop"` and `import "../lib"` mean inside an answer. */
export const libEntry: string = join(kitRoot, "lib/dist/index.js");

/** The git-ignored folder for progress and caches; LEAKLOOP_STATE_DIR moves it, for a checkout that cannot be written. */
export const stateDir: string = process.env.LEAKLOOP_STATE_DIR ?? join(kitRoot, ".leakloop");
