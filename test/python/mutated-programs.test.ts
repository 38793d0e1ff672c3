/** Programs with an error in them: the simulator answers each with a message, and never breaks or hangs. */
import { expect, test } from "vitest";
import { runPython } from "../../lib/dist/python/python";
import { programs, sourceOf } from "./corpus";

const MUTANTS = 300;
/** Instructions after which a mutant counts as one that does not end by itself. */
const ENOUGH = 2_000_000;

/** What a token is exchanged for: things that the simulator does not know, and things of another type. */
const replacements = [
  "await",
  "5",
  "None",
  "'x'",
  "(",
  "def",
  "lambda: 0",
  "@",
  "match",
  "[]",
  "**",
  "yield",
  "del",
];

test(`${MUTANTS} programs with a token taken out or exchanged end with an exit code and a message with a line`, () => {
  const broken: string[] = [];
  let failed = 0;
  for (let seed = 1; seed <= MUTANTS; seed++) {
    const source = mutate(seed);
    const { errors, exitCode, thrown } = runMutant(source);
    if (exitCode !== 0 && !source.includes("exit(")) failed++;
    const told = exitCode === 0 || source.includes("exit(") || /line \d+/.test(errors);
    if (thrown !== "" || !told) broken.push(`${seed}: ${thrown || errors}\n${source}`);
  }
  expect(broken).toEqual([]);
  // Else the mutations would be too tame to say anything.
  expect(failed).toBeGreaterThan(MUTANTS / 3);
});

function runMutant(source: string): { errors: string; exitCode: number; thrown: string } {
  let errors = "";
  try {
    const { exitCode } = runPython(source, {
      writeError: (text) => {
        errors += text;
      },
      budget: ({ instructions }) => (instructions < ENOUGH ? null : "enough"),
    });
    return { errors, exitCode, thrown: "" };
  } catch (error) {
    return { errors, exitCode: -1, thrown: (error as Error).stack ?? String(error) };
  }
}

/** One program of the corpus with one token gone or exchanged. The same seed gives the same text. */
function mutate(seed: number): string {
  let state = seed * 2_654_435_761;
  const below = (n: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % n;
  };
  const source = sourceOf(programs[below(programs.length)]!);
  const tokens = [...source.matchAll(/\w+|[^\s\w]/g)];
  const token = tokens[below(tokens.length)]!;
  const put = below(3) === 0 ? "" : replacements[below(replacements.length)]!;
  return source.slice(0, token.index) + put + source.slice(token.index + token[0].length);
}
