/** The sentences of a Markdown cell, without the code, addresses and tags in it. */

/** Drop fenced and inline code, link targets and HTML tags. */
export function plainProse(markdown: string): string {
  return markdown
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, "")
    .replace(/`[^`\n]+`/g, " code ")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<[^>\n]+>/g, "");
}

/** How many words the sentences have; a piece of inline code counts as one. */
export function wordCount(markdown: string): number {
  return plainProse(markdown).match(/[\p{L}\p{N}][\p{L}\p{N}'’._-]*/gu)?.length ?? 0;
}
