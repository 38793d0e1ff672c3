/** What a learner found in an exercise's `exercise.ts` before changing it in place. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Exercise } from "./exercise";

/**
 * Read an exercise's starter: `exercise.ts` as the last commit has it. Without git, outside a checkout and for an
 * exercise that is not committed yet, the file as it is.
 */
export function starterOf(exercise: Exercise): string {
  const committed = spawnSync("git", ["show", `HEAD:./${basename(exercise.answerFile)}`], {
    cwd: exercise.dir,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    windowsHide: true,
  });
  return committed.status === 0 ? committed.stdout : readFileSync(exercise.answerFile, "utf8");
}
