/** `leakloop hint`: the next hint for an exercise. */

import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { nextHint } from "../../exercise/hint";
import type { Verb } from "../main";

/** Shows the next hint. */
export const verb: Verb = {
  summary: "show the next of an exercise's three hints",
  help: `
npm run hint 01-ledger

Shows the next of the exercise's three hints, each stronger than the one before. The third is nearly the solution and
opens after two checks that did not pass. Exit code 1 when it is still closed.`,
  async run(argv) {
    const { positionals } = parseArgs({ args: [...argv], allowPositionals: true });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0)
      throw new BadInputError("hint needs the name of one exercise, as in: npm run hint 01-ledger");
    const { given, text } = nextHint(name);
    process.stdout.write(`${text}\n`);
    return given ? 0 : 1;
  },
};
