/** Checks the order of arguments. Mirrors `_PyPegen_arguments_parsing_error` in Parser/pegen.c. */

import type { Expression, Keyword } from "../ast";
import type { SourceText } from "../source-text";

/** `f(a=1, 2)`, `f(**a, *b)`. */
export function checkArgumentOrder(
  source: SourceText,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): void {
  const [firstKeyword] = keywords;
  const last = args.at(-1);
  if (firstKeyword === undefined || last === undefined) return;
  const unpacking = keywords.find((keyword) => keyword.arg === null);
  const starred = args.find(
    (arg) => arg.kind === "Starred" && unpacking !== undefined && isBefore(unpacking, arg),
  );
  if (starred !== undefined)
    throw source.syntaxError("iterable argument unpacking follows keyword argument unpacking", starred);
  const late = args.find((arg) => arg.kind !== "Starred" && isBefore(firstKeyword, arg));
  if (late === undefined) return;
  const what = unpacking === undefined ? "keyword argument" : "keyword argument unpacking";
  throw source.syntaxError(`positional argument follows ${what}`, late);
}

function isBefore(one: Keyword, other: Expression): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
