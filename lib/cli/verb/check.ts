/** `leakloop check`: the visible tests against a learner's answer. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { type Answer, checkAnswer, fileAnswer } from "../../exercise/check";
import { type Exercise, listExercises, readExercise } from "../../exercise/exercise";
import { answerInNotebook } from "../../exercise/notebook-answer";
import { fileFault } from "../../file-fault";
import type { Verb } from "../main";

/** Checks an answer with the tests that its author may see. */
export const verb: Verb = {
  summary: "check an exercise with its visible tests",
  help: `
npm run check 01-ledger
npm run check                                    all exercises in order, up to the first that does not pass
npm run check 01-ledger -- --from FILE           the answer in another .ts file or in a saved notebook

Checks exercises/01-ledger/exercise.ts. An answer in a notebook is checked there: await check("01-ledger").
Exit code 0: all visible tests pass; 1: not yet.`,
  async run(argv) {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { from: { type: "string" } },
    });
    if (positionals.length === 0 && values.from !== undefined)
      throw new BadInputError(
        "check --from needs to know the exercise, as in: npm run check 01-ledger -- --from FILE",
      );
    const exercises =
      positionals.length > 0 ? positionals.map((name) => readExercise(name)) : listExercises();
    for (const exercise of exercises) {
      const answer = values.from === undefined ? fileAnswer(exercise) : answerFrom(values.from, exercise);
      const report = await checkAnswer(exercise, answer);
      process.stdout.write(`${report.text}\n`);
      if (!report.passed) return 1;
    }
    return 0;
  },
};

function answerFrom(file: string, exercise: Exercise): Answer {
  const text = read(file);
  const name = basename(file);
  if (!name.endsWith(".ipynb")) return { source: text, label: name };
  const source = answerInNotebook(text, exercise.name, name);
  if (source !== undefined) return { source, label: `the cell "// @exercise ${exercise.name}" in ${name}` };
  throw new BadInputError(
    `${name} has no answer to ${exercise.name}: no code cell begins with the line "// @exercise ${exercise.name}".`,
  );
}

function read(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new BadInputError(
      `"${file}" could not be read: ${fileFault(error)}. --from needs a .ts or .ipynb file.`,
    );
  }
}
