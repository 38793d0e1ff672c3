/** The command line: finds the verb, runs it, turns its outcome into an exit code. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { BrokenExerciseError } from "../exercise/broken-exercise-error";
import { nearestName } from "../exercise/nearest-name";
import { BadArgumentError } from "../sim/errors";
import { wrongOption } from "./wrong-option";

/** What a verb's file `verb/<name>.ts` exports. Adding a verb is adding that file. */
export interface Verb {
  /** One line for the list of verbs. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Do the work.
   *
   * @param argv - What follows the verb on the command line.
   * @returns The exit code: 0 done, 1 the work checked is not there yet, 2 wrong use or bad input, 3 the kit is broken.
   */
  run(argv: readonly string[]): Promise<number>;
}

/** Run the command line and set the exit code; never throws, never prints a stack trace unless LEAKLOOP_DEBUG is set. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await dispatch(argv);
  } catch (error) {
    const { said, exitCode } = outcomeOf(error as Error);
    process.stderr.write(`${said}\n`);
    if (process.env.LEAKLOOP_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = exitCode;
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || isHelp(name)) {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const verb = load(name);
  if (rest.some(isHelp)) {
    process.stdout.write(`${verb.help.trim()}\n`);
    return 0;
  }
  try {
    return await verb.run(rest);
  } catch (error) {
    throw wrongOption(name, verb.help, error as Error) ?? error;
  }
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function usage(): string {
  const lines = verbNames().map((name) => `  ${name.padEnd(10)} ${load(name).summary}`);
  return `leakloop VERB [ARGUMENTS]   (npm run VERB -- ARGUMENTS is the same)\n\n${lines.join("\n")}\n\nleakloop VERB --help tells more.\n`;
}

const verbDir: string = join(__dirname, "verb");

function verbNames(): string[] {
  return readdirSync(verbDir)
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -3))
    .sort();
}

function load(name: string): Verb {
  const names = verbNames();
  if (names.includes(name)) return (require(join(verbDir, `${name}.js`)) as { verb: Verb }).verb;
  const nearest = nearestName(name, names);
  const meant = nearest === undefined ? `There are: ${names.join(", ")}` : `Did you mean "${nearest}"`;
  throw new BadInputError(`leakloop has no verb "${name}". ${meant}${nearest === undefined ? "." : "?"}`);
}

function outcomeOf(error: Error): { readonly said: string; readonly exitCode: number } {
  const { message } = error;
  if (error instanceof BadInputError || error instanceof BadArgumentError)
    return { said: message, exitCode: 2 };
  const isSentence =
    error instanceof BrokenExerciseError || (error.constructor === Error && !("code" in error));
  const fault = `leakloop failed: ${message}. This is its own fault; LEAKLOOP_DEBUG=1 in the environment shows where.`;
  return { said: isSentence ? message : fault, exitCode: 3 };
}
