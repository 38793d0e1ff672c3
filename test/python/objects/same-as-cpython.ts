/** Expressions evaluated by the simulator and by a real CPython, in one run each. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findPythons, type PythonFound } from "../../../lib/dist/cpython/find-python";
import { runPython } from "../../../lib/dist/python/python";
import { profiles } from "../../../lib/dist/sim/profile/index";

const folder = new URL("expressions/", import.meta.url);
const prelude = readFileSync(fileURLToPath(new URL("prelude.py", folder)), "utf8");

/** The newest CPython of each series for which there is a profile. */
export const pythons: readonly PythonFound[] = [
  ...new Map(
    findPythons()
      .filter(({ series }) => profiles.some(({ version }) => version === series))
      .map((python) => [python.series, python]),
  ).values(),
];

/** The expressions of a file, one a line. */
export function expressionsIn(name: string): readonly string[] {
  const text = readFileSync(fileURLToPath(new URL(`${name}.txt`, folder)), "utf8");
  return text.split("\n").filter((line) => line !== "");
}

/** Lists of expressions by name; for each name, those whose repr or error is another one in the simulator, with both. */
export function differences(
  python: PythonFound,
  lists: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const program = programOf(Object.values(lists).flat());
  const real = answersOf(cpythonOutput(python, program));
  const ours = answersOf(simulatedOutput(python.series, program));
  let i = -1;
  const compared = Object.entries(lists).map(([name, expressions]) => {
    const wrong = expressions.flatMap((expression) => {
      i++;
      const [expected, found] = [real.get(i) ?? "nothing", ours.get(i) ?? "nothing"];
      return expected === found ? [] : [`${expression} is ${expected}, here ${found}`];
    });
    return [name, wrong] as const;
  });
  return Object.fromEntries(compared);
}

function programOf(expressions: readonly string[]): string {
  return `${prelude}
${expressions.map((expression, i) => `def f${i}(): return ${expression}\n`).join("")}
for i in range(${expressions.length}):
    try:
        print(i, ascii(repr(globals()["f%d" % i]())))
    except Exception as e:
        print(i, type(e).__name__, ascii(str(e)))
`;
}

function cpythonOutput(python: PythonFound, program: string): string {
  const run = spawnSync(python.path, ["-I", "-S", "-W", "ignore", "-"], {
    input: program,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  if (run.status !== 0) throw new Error(`${python.path} failed: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}

function simulatedOutput(profile: string, program: string): string {
  let output = "";
  let errors = "";
  const { exitCode } = runPython(program, {
    profile,
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  if (exitCode !== 0) throw new Error(`The program ended with ${exitCode}: ${errors}`);
  return output;
}

function answersOf(output: string): ReadonlyMap<number, string> {
  const answers = output.split("\n").map((line) => /^(\d+) (.*)$/.exec(line));
  return new Map(answers.flatMap((answer) => (answer === null ? [] : [[Number(answer[1]), answer[2]!]])));
}
