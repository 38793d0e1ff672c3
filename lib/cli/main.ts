/** The command line: finds the verb, runs it, turns its outcome into an exit code. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { BadArgumentError } from "../sim/errors";

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

const verbDir: string = join(__dirname, "verb");

function verbNames(): string[] {
  return readdirSync(verbDir)
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -3))
    .sort();
}

function load(name: string): Verb {
  return (require(join(verbDir, `${name}.js`)) as { verb: Verb }).verb;
}

function usage(): string {
  const lines = verbNames().map((name) => `  ${name.padEnd(10)} ${load(name).summary}`);
  return `leakloop VERB [ARGUMENTS]   (npm run VERB -- ARGUMENTS is the same)\n\n${lines.join("\n")}\n\nleakloop VERB --help tells more.\n`;
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "help") {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  if (!verbNames().includes(name))
    throw new BadInputError(`leakloop has no verb "${name}".\n\n${usage().trimEnd()}`);
  const verb = load(name);
  if (rest.includes("--help")) {
    process.stdout.write(`${verb.help.trim()}\n`);
    return 0;
  }
  return verb.run(rest);
}

/** Run the command line and set the exit code; never throws, never prints a stack trace unless LEAKLOOP_DEBUG is set. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await dispatch(argv);
  } catch (error) {
    const parseArgsFault = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") === true;
    const wrongUse = error instanceof BadInputError || error instanceof BadArgumentError || parseArgsFault;
    process.stderr.write(`${(error as Error).message}\n`);
    if (process.env.LEAKLOOP_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = wrongUse ? 2 : 3;
  }
}
