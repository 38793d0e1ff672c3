import { expect, test } from "vitest";
import { compareVersions } from "../../../lib/dist/cpython/compare-versions";
import { type Answer, cpythonAnswers, difference, newestPython, ourAnswer } from "./compare-trees";
import { mutatedSource } from "./mutated-source";
import { randomSource } from "./random-source";

/**
 * How many random programs are compared. LEAKLOOP_PARSE_PROGRAMS=20000 asks for more than `npm test` does,
 * LEAKLOOP_PARSE_SEED for others.
 */
const programs = Number(process.env.LEAKLOOP_PARSE_PROGRAMS ?? 2000);
const firstSeed = Number(process.env.LEAKLOOP_PARSE_SEED ?? 1);
/** Programs in one run of the interpreter. */
const batchSize = 5000;
const timeoutMs = 3_600_000;

/** Before 3.12 CPython refuses more: f-strings with their own quotation marks inside. */
const hasNewGrammar = newestPython !== undefined && compareVersions(newestPython.version, "3.12") >= 0;

test.runIf(newestPython !== undefined)(
  `${programs} random programs have the tree that CPython's ast module gives them, lines and columns included`,
  () => expect(differencesOf(randomSource, programs)).toEqual([]),
  timeoutMs,
);

test.runIf(hasNewGrammar)(
  `${programs / 2} random programs with a wrong token are refused exactly when CPython refuses them`,
  () => expect(differencesOf(mutatedSource, programs / 2)).toEqual([]),
  timeoutMs,
);

test.runIf(newestPython === undefined)(
  "no CPython from 3.8 on is on this machine, so no tree was compared with one",
  () => expect(newestPython).toBeUndefined(),
);

/** The shortest sources that differ, each with the seed that makes it. */
function differencesOf(make: (seed: number) => string, count: number): string[] {
  const found: { seed: number; source: string; text: string }[] = [];
  for (let begin = firstSeed; begin < firstSeed + count; begin += batchSize) {
    const seeds = Array.from(
      { length: Math.min(batchSize, firstSeed + count - begin) },
      (_, index) => begin + index,
    );
    const sources = seeds.map((seed) => make(seed));
    const answers = cpythonAnswers(newestPython!, sources);
    sources.forEach((source, index) => {
      const ours = ourAnswer(source);
      if (make === mutatedSource && mayDiffer(ours)) return;
      const text = difference(ours, answers[index]!);
      if (text !== null) found.push({ seed: seeds[index]!, source, text });
    });
  }
  return found
    .sort((a, b) => a.source.length - b.source.length)
    .slice(0, 3)
    .map(({ seed, source, text }) => `seed ${seed}: ${text}\n${source}`);
}

/**
 * A construct outside of the subset; what CPython 3.11 refuses in an f-string and some newer ones let pass, such as a
 * format spec over the end of a line.
 */
function mayDiffer(ours: Answer): boolean {
  if (!("error" in ours)) return false;
  return ours.error.type === "NotSupported" || ours.error.message.startsWith("f-string: ");
}
