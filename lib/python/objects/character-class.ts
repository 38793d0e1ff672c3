/** What kinds of characters Unicode knows, as the methods of str ask. Mirrors `Objects/unicodectype.c`. */

/** `str.isspace`: more than JavaScript's `\s` in the control characters, and not U+FEFF. */
const SPACE = "\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const space = new RegExp(`^[${SPACE}]$`, "u");
const anySpace = new RegExp(`[${SPACE}]`, "u");
const leadingSpace = new RegExp(`^[${SPACE}]+`, "u");
const trailingSpace = new RegExp(`[${SPACE}]+$`, "u");

/** Digits that are no decimal ones: superscripts, circled ones, ... (`Numeric_Type=Digit`). */
const otherDigit =
  /^[\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;

/** Ideographs that are numbers (`Numeric_Type=Numeric` of category Lo). */
const numberWord =
  /^[\u3405\u3483\u382a\u3b4d一七万三九二五世亿什仟仨伍佰億兆兩八六十千升卅卌叁参參叄四壱壹幺廿廾弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd\u{20001}\u{20064}\u{200e2}\u{20121}\u{2092a}\u{20983}\u{2098c}\u{2099c}\u{20aea}\u{20afd}\u{20b19}\u{22390}\u{22998}\u{23b1b}\u{2626d}\u{2f890}]$/u;

/** Properties of one character. */
export const characterIs: {
  readonly [kind in
    | "alpha"
    | "decimal"
    | "digit"
    | "numeric"
    | "space"
    | "lower"
    | "upper"
    | "title"
    | "cased"
    | "printable"
    | "nameStart"
    | "namePart"]: (character: string) => boolean;
} = {
  alpha: (c) => /^\p{L}$/u.test(c),
  decimal: (c) => /^\p{Nd}$/u.test(c),
  digit: (c) => /^\p{Nd}$/u.test(c) || otherDigit.test(c),
  numeric: (c) => /^\p{N}$/u.test(c) || numberWord.test(c),
  space: (c) => space.test(c),
  lower: (c) => /^\p{Lowercase}$/u.test(c),
  upper: (c) => /^\p{Uppercase}$/u.test(c),
  title: (c) => /^\p{Lt}$/u.test(c),
  cased: (c) => /^[\p{Lowercase}\p{Uppercase}\p{Lt}]$/u.test(c),
  printable: (c) => c === " " || !/^[\p{C}\p{Z}]$/u.test(c),
  nameStart: (c) => c === "_" || /^\p{XID_Start}$/u.test(c),
  namePart: (c) => /^\p{XID_Continue}$/u.test(c),
};

/** Without spaces at the beginning. */
export function withoutLeadingSpace(text: string): string {
  return text.replace(leadingSpace, "");
}

/** What comes before the first space. */
export function leadingWord(text: string): string {
  return text.slice(0, anySpace.exec(text)?.index ?? text.length);
}

/** Without spaces at the end. */
export function withoutTrailingSpace(text: string): string {
  return text.replace(trailingSpace, "");
}

/** Decimal digits of any script as those of ASCII (`_PyUnicode_TransformDecimalAndSpaceToASCII`). */
export function asciiDecimal(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) =>
    characterIs.decimal(character) ? String(decimalValue(character)) : character,
  );
}

/** Unicode has the digits of a script in one run of ten that begins with its zero. */
function decimalValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && characterIs.decimal(String.fromCodePoint(zero - 1))) zero--;
  // Runs of several scripts can follow each other: then all but the last digits of the distance belong to others.
  return (code - zero) % 10;
}
