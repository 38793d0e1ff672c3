/** A token of Python source. Mirrors Include/internal/pycore_token.h, as far as the kit looks at it. */

/** "op" is every operator and delimiter; its text tells which. */
export type TokenType = "name" | "number" | "string" | "op" | "newline" | "indent" | "dedent" | "end";

/** A token and its offsets; the text is `source.text.slice(start, end)`. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

/** CPython 3.8 to 3.14's reserved words. */
export const keywords: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
