/** Random programs with one or two tokens wrong: most are invalid, some are not. */

import { Choice } from "./random-choice";
import { randomSource } from "./random-source";

const token =
  /[A-Za-z_]\w*|\d[\w.]*|\*\*=?|\/\/=?|>>=?|<<=?|:=|->|[!=<>+\-*/%&|^@]=|\n|[ \t]+|'''|"""|[\s\S]/gu;
const others = (
  'x 1 "s" = == : := , ; ( ) [ ] { } . * ** + - not and or in is if else for while lambda yield return def class ' +
  "import from as del pass break global nonlocal try except finally with assert raise None True print match case @ " +
  '/ ~ ... f"{x}" await async -> +='
).split(" ");

/** The program of `seed`, changed. The same seed always gives the same program. */
export function mutatedSource(seed: number): string {
  const choice = new Choice(~seed);
  const tokens = randomSource(seed).slice(0, 600).match(token) ?? [];
  for (let count = choice.below(2); count >= 0; count--) mutate(choice, tokens);
  return tokens.join("");
}

function mutate(choice: Choice, tokens: string[]): void {
  const at = choice.below(tokens.length);
  const other = choice.of([...others, "\n", "\n  ", " ", "\t", "*x", "x for x in y", "x=1", "x:=1"]);
  switch (choice.below(6)) {
    case 0:
      tokens.splice(at, 1);
      break;
    case 1:
      tokens.splice(at, 0, tokens[at]!);
      break;
    case 2: {
      const to = choice.below(tokens.length);
      [tokens[at], tokens[to]] = [tokens[to]!, tokens[at]!];
      break;
    }
    case 3:
      tokens[at] = other;
      break;
    case 4:
      tokens.splice(at, 0, ` ${other} `);
      break;
    default:
      tokens.splice(at, 1 + choice.below(4));
  }
}
