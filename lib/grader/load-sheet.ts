/** An exercise made ready for grading: what its tests are worth, and what makes it the same exercise next time. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../exercise/exercise";
import { manifest } from "../exercise/manifest";
import { starterOf } from "../exercise/starter";
import { digest } from "./digest";
import { sumPoints } from "./points";
import type { Sheet } from "./report";

/** An exercise that is being graded. */
export interface LoadedSheet {
  readonly exercise: Exercise;
  readonly sheet: Sheet;
  /** Changes when a test, its points or a file that tests read changes. */
  readonly testsDigest: string;
  /** The untouched starter, as {@link isStarter} compares it. */
  readonly starter: string;
}

/** What learners and authors write: it has no say in a verdict. */
const notTests: ReadonlySet<string> = new Set(["README.md", "exercise.ts", "solution.ts", "mistakes"]);

/** Read an exercise's tests and points. */
export async function loadSheet(exercise: Exercise): Promise<LoadedSheet> {
  const tests = (await manifest(exercise)).map(({ name, suite, points }) => ({ name, suite, points }));
  const sheet: Sheet = {
    name: exercise.name,
    title: exercise.title,
    max: sumPoints(tests.map(({ points }) => points)),
    tests,
  };
  return {
    exercise,
    sheet,
    testsDigest: digest([JSON.stringify(sheet), ...testFiles(exercise.dir)]),
    starter: codeOf(starterOf(exercise)),
  };
}

/** Is `source` the starter, line ends and white space at the ends of lines aside? */
export function isStarter(source: string, loaded: LoadedSheet): boolean {
  return codeOf(source) === loaded.starter;
}

function codeOf(source: string): string {
  return source.replace(/[ \t]*\r?\n/g, "\n").trim();
}

/** Path and text of every file that a test can read, in order of path. */
function testFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((path) => !notTests.has(path.split(/[\\/]/)[0] as string))
    .sort()
    .flatMap((path) => [path, readFileSync(join(dir, path), "utf8")]);
}
