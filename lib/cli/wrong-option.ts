/** Options and arguments that a verb does not take, in plain words. */

import { BadInputError } from "../bad-input";
import { nearestName } from "../exercise/nearest-name";

/**
 * Say what `parseArgs` of Node has against a command line.
 *
 * @param help - The verb's help, which names its options.
 * @returns Undefined when the error is about something else.
 */
export function wrongOption(verb: string, help: string, error: Error): BadInputError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  // Node quotes the culprit first: '--form', 'extra', '--from <value>'.
  const [, culprit = ""] = /'([^' ]*)/.exec(error.message) ?? [];
  const more = `leakloop ${verb} --help tells what it takes.`;
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION": {
      const nearest = nearestName(culprit, help.match(/--[a-z][a-z-]*/g) ?? []);
      const meant = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
      return new BadInputError(`${verb} has no option ${culprit}.${meant} ${more}`);
    }
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return new BadInputError(`${verb} does not take the argument "${culprit}". ${more}`);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      if (error.message.endsWith("does not take an argument"))
        return new BadInputError(`${culprit} takes no value. ${more}`);
      return new BadInputError(
        `${culprit} needs a value; one that begins with a dash is written ${culprit}=VALUE. ${more}`,
      );
    default:
      return undefined;
  }
}
