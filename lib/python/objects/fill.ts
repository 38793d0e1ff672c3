/** The texts of error messages that a version has rules for. */

/** Put words into the places `{0}`, `{1}` of a text of `Machine.rules.texts`. */
export function fill(text: string, ...words: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, i: string) => words[Number(i)]!);
}
