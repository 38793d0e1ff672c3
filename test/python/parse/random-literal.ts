/** Random names, numbers and strings. */

import type { Choice } from "./random-choice";

const names = "a b c x y self print match case type _ é ª 𝐱 变量 __x__".split(" ");
const numbers = (
  "0 00 1 7 42 1_000 0xFF 0X_1f 0o17 0b1_01 1.5 .5 5. 1e5 1E-3 1_0.0_1e+1_0 09.5 1j 2.5J 007j 1e400 " +
  "123456789012345678901234567890"
).split(" ");
const texts = [
  "",
  "a",
  "it's",
  'say "hi"',
  "é𝐱",
  "\\n\\t\\\\",
  "\\x41\\101\\0",
  "\\u00e9\\U0001F600",
  "\\q",
  "\\'\\\"",
  "{x}",
  "#",
];
const byteTexts = ["", "abc", "\\x00\\xff", "\\n\\q\\377", "\\u1234 \\N"];

export function randomName(choice: Choice): string {
  return choice.of(names);
}

export function randomNumber(choice: Choice): string {
  return choice.of(numbers);
}

/** One string literal or several side by side; no f-string. */
export function randomString(choice: Choice): string {
  const bytes = choice.once(5);
  return choice.many(1, choice.once(4) ? 3 : 1, () => literal(choice, bytes)).join(choice.of([" ", "  "]));
}

/** A literal of one line or, in three quotation marks, of several. */
function literal(choice: Choice, bytes: boolean): string {
  const quote = choice.of(["'", '"', "'''", '"""']);
  const prefixes = bytes ? ["b", "B", "rb", "bR", "Rb"] : ["", "", "", "u", "U", "r", "R"];
  const prefix = choice.of(prefixes);
  const text = choice.many(0, 2, () => choice.of(bytes ? byteTexts : texts)).join(" ");
  const lines = quote.length === 3 && choice.once(3) ? `${text}\n${text}` : text;
  return prefix + quote + clean(lines, quote, /r/i.test(prefix)) + quote;
}

/** Without what would end the literal. */
function clean(text: string, quote: string, raw: boolean): string {
  const mark = quote.charAt(0);
  const without = raw
    ? text.replaceAll(mark, "")
    : text.replaceAll(`\\${mark}`, "").replaceAll(mark, `\\${mark}`);
  return without.endsWith("\\") && !without.endsWith("\\\\") ? `${without} ` : without;
}
