/** `leakloop py`: a Python file on a simulated CPython, and its memory story. */

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { fileFault } from "../../file-fault";
import { OutputStream } from "../../output-stream";
import { runPython, tellStory } from "../../python/python";
import { storyText } from "../../python/story/story-text";
import { defaultProfile } from "../../sim/profile";
import type { Verb } from "../main";
import { numberAboveZero, wholeNumber } from "../number-option";

/** Passes of the busiest loop after which a program with a story is stopped. */
const PASSES = 100_000;

/** Run a program. */
export const verb: Verb = {
  summary: "run a Python file in the simulator",
  help: `
leakloop py FILE.py [--python VERSION] [--story [--story-to FILE]] [--passes N] [--seconds S]

Runs the program on a simulated CPython. Standard output, standard error and exit code are those of the real one; a
construct that the simulator does not know is refused, with its place, before the program starts (exit code 2).

  --python    the version line to simulate (default ${defaultProfile.version})
  --story     tell on standard error what the program did with memory: what each line made, what is garbage at the
              end, what keeps it alive, and what the collector did
  --story-to  write the story to a file
  --passes    with a story: stop when a loop has gone round so many times (default ${PASSES})
  --seconds   stop after so many seconds (default: never)

Example: npm run py -- leak.py --story`,

  async run(argv) {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new BadInputError(`leakloop py runs one file, for example "npm run py -- leak.py".`);
    const withStory = values.story || values["story-to"] !== undefined;
    const out = new OutputStream(1);
    const { seconds: secondsText, passes: passesText = `${PASSES}` } = values;
    const settings = {
      file,
      profile: values.python,
      write: (text: string) => out.write(text),
      writeError: (text: string) => {
        out.flush();
        process.stderr.write(text);
      },
      budget: budgetOf(secondsText === undefined ? Infinity : numberAboveZero("--seconds", secondsText, 10)),
      passes: wholeNumber("--passes", passesText, PASSES),
    };
    const source = readSource(file);
    if (!withStory) {
      const { exitCode, stopped } = runPython(source, settings);
      out.flush();
      if (stopped !== null) process.stderr.write(`Stopped: ${stopped}.\n`);
      return exitCode;
    }
    const story = tellStory(source, settings);
    out.flush();
    if (values["story-to"] === undefined) process.stderr.write(`\n${storyText(story)}`);
    else writeStory(values["story-to"], storyText(story));
    return story.exitCode;
  },
};

const options = {
  python: { type: "string", default: defaultProfile.version },
  story: { type: "boolean", default: false },
  "story-to": { type: "string" },
  passes: { type: "string" },
  seconds: { type: "string" },
} as const;

function budgetOf(seconds: number): () => string | null {
  const end = Date.now() + seconds * 1000;
  return () => (Date.now() >= end ? `${seconds} seconds have passed` : null);
}

/** As text: what is no UTF-8 shows as characters that no program has. */
function readSource(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BadInputError(`Cannot read ${file}: ${fileFault(error)}.`);
  }
}

function writeStory(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInputError(`Cannot write the story to ${file}: ${fileFault(error)}.`);
  }
}
