/** Whether an exercise is one: the starter fails, the solution passes, each known mistake is caught. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Exercise } from "./exercise";
import { kitRoot } from "./kit-folder";
import { runTests } from "./run-tests";
import { starterOf } from "./starter";
import type { TestResult, TestRun } from "./test-run";
import { typeErrors } from "./type-errors";

const files: readonly string[] = [
  "README.md",
  "exercise.ts",
  "hidden.test.ts",
  "mistakes",
  "public.test.ts",
  "solution.ts",
];
const longestStarterLines = 40;
const fewestMistakes = 3;

/**
 * Prove an exercise. Its starter is {@link starterOf}: a learner may have solved it in place.
 *
 * Takes about a second for the starter, the solution and each mistake.
 *
 * @returns What is wrong, one sentence each; empty when the exercise is proven.
 * @throws {BrokenExerciseError} When the tests cannot be listed.
 */
export async function proveExercise(exercise: Exercise): Promise<readonly string[]> {
  const starter = starterOf(exercise);
  const folder = folderComplaints(exercise, starter);
  // Without a solution or tests there is nothing to run.
  if (exercise.solutionFile === undefined || exercise.hiddenTestFile === undefined) return folder;
  return [
    ...folder,
    ...(await starterComplaints(exercise, starter)),
    ...(await solutionComplaints(exercise, exercise.solutionFile)),
    ...(await mistakeComplaints(exercise)),
  ];
}

function folderComplaints(exercise: Exercise, starter: string): string[] {
  const found = readdirSync(exercise.dir);
  const lines = starter.trimEnd().split("\n").length;
  const wrong: [boolean, string][] = [
    ...files.map((file): [boolean, string] => [!found.includes(file), `${file} is missing.`]),
    ...found.map((file): [boolean, string] => [
      !files.includes(file),
      `${file} does not belong in an exercise folder.`,
    ]),
    [
      !existsSync(join(kitRoot, "notebooks", `${exercise.notebook}.ipynb`)),
      `There is no notebook ${exercise.notebook}.`,
    ],
    [!/^#+ .*worked/im.test(exercise.task), "The task has no heading with a worked call."],
    [!/^#+ Out of scope/im.test(exercise.task), 'The task has no heading "Out of scope".'],
    [!starter.includes("// TODO:"), "The starter has no // TODO: for the learner to replace."],
    [
      lines > longestStarterLines,
      `The starter has ${lines} lines; ${longestStarterLines} are the most a learner takes in.`,
    ],
    [
      exercise.mistakeFiles.length < fewestMistakes,
      `There are ${exercise.mistakeFiles.length} mistakes; at least ${fewestMistakes}.`,
    ],
  ];
  return wrong.filter(([is]) => is).map(([, complaint]) => complaint);
}

async function starterComplaints(exercise: Exercise, starter: string): Promise<string[]> {
  const { tests } = await runTests(exercise, { source: starter, suite: "all" });
  return tests.filter(passed).map((test) => `The untouched starter passes ${quoted(test)}.`);
}

async function solutionComplaints(exercise: Exercise, solutionFile: string): Promise<string[]> {
  const source = readFileSync(solutionFile, "utf8");
  const { tests } = await runTests(exercise, { source, suite: "all" });
  const complaints = await typeErrors(source);
  return [
    ...tests
      .filter((test) => !passed(test))
      .map((test) => `The solution fails ${quoted(test)}: ${test.message}.`),
    ...complaints.map(({ line, message }) => `The solution has a type error in line ${line}: ${message}`),
  ];
}

async function mistakeComplaints(exercise: Exercise): Promise<string[]> {
  const complaints: string[] = [];
  let survivors = 0;
  for (const file of exercise.mistakeFiles) {
    const name = `mistakes/${basename(file)}`;
    const source = readFileSync(file, "utf8");
    const [firstLine = ""] = source.split("\n", 1);
    if (!/^\/\/ Misconception: \S/.test(firstLine))
      complaints.push(`The first line of ${name} must be "// Misconception: ...".`);
    const run: TestRun = await runTests(exercise, { source, suite: "all" });
    if (run.fault !== undefined) complaints.push(`${name} cannot be run: ${run.fault.message}.`);
    if (run.tests.filter(({ suite }) => suite === "hidden").every(passed))
      complaints.push(`${name} passes every hidden test.`);
    if (run.tests.filter(({ suite }) => suite === "public").every(passed)) survivors++;
  }
  // Else the visible tests say everything, and the hidden ones measure nothing.
  if (survivors === 0)
    complaints.push("No mistake passes the public tests: leave one for the hidden tests to find.");
  return complaints;
}

function passed({ status }: TestResult): boolean {
  return status === "pass";
}

function quoted({ suite, name }: TestResult): string {
  return `the ${suite} test "${name}"`;
}
