/** Source text without its comments and without what stands between quotes, for rules that look for words of the language. */

const commentOrText =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g;

/** Blank out comments and the insides of quotes; lines keep their numbers. Code in a template's `${}` is blanked too. */
export function bareCode(source: string): string {
  return source.replace(commentOrText, (found) => {
    const quote = /^["'`]/.exec(found)?.[0] ?? "";
    return quote + found.replace(/[^\n]/g, " ").slice(2 * quote.length) + quote;
  });
}
