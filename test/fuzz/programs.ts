/** The programs of the kit's own tests: a few random ones, and every one that once showed a difference. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../../lib/dist/fuzz/generate";
import type { Program } from "../../lib/fuzz/program";

const folder = fileURLToPath(new URL("regressions", import.meta.url));
const randomPrograms = 40;
const operations = 40;

/** Each with the name by which it is recorded: `seed-1`, or the name of its file in `regressions/`. */
export const programs: readonly (readonly [name: string, program: Program])[] = [
  ...Array.from(
    { length: randomPrograms },
    (_, n) => [`seed-${n + 1}`, generate(n + 1, operations)] as const,
  ),
  ...readdirSync(folder)
    .sort()
    .map((file) => [basename(file, ".json"), readProgram(join(folder, file))] as const),
];

function readProgram(file: string): Program {
  return JSON.parse(readFileSync(file, "utf8")) as Program;
}
