/** A program text as words: names, numbers, texts, signs, and where a block begins and ends. */

/** One word. `indent` and `dedent` stand where a block begins and ends, `newline` where a statement ends. */
export interface Token {
  readonly kind: "name" | "number" | "text" | "sign" | "newline" | "indent" | "dedent" | "end";
  readonly text: string;
  /** The line it stands in, for messages. */
  readonly line: string;
}

const words =
  /(?<name>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|(?<text>b?(?:"[^"]*"|'[^']*'))|(?<sign>\*\*|==|!=|<=|>=|\+=|-=|\*=|[^\s\w])/g;

/** Cut a program into words. Brackets may span lines; comments and empty lines are left out. */
export function tokenize(program: string): Token[] {
  const tokens: Token[] = [];
  const indents = [0];
  let depth = 0;
  for (const line of program.split("\n")) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    if (depth === 0) tokens.push(...blocks(indents, line.search(/\S/), line));
    for (const { groups } of line.matchAll(words)) {
      if (groups?.sign === "#") break;
      const [kind, text] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
      if (kind === undefined || text === undefined) continue;
      if (/^[([{]$/.test(text)) depth++;
      if (/^[)\]}]$/.test(text)) depth--;
      tokens.push({ kind: kind as Token["kind"], text, line });
    }
    if (depth === 0) tokens.push({ kind: "newline", text: "end of the line", line });
  }
  for (; indents.length > 1; indents.pop()) tokens.push({ kind: "dedent", text: "dedent", line: "" });
  tokens.push({ kind: "end", text: "end of the program", line: "" });
  return tokens;
}

function blocks(indents: number[], indent: number, line: string): Token[] {
  const tokens: Token[] = [];
  if (indent > (indents.at(-1) ?? 0)) {
    indents.push(indent);
    tokens.push({ kind: "indent", text: "indent", line });
  }
  for (; indent < (indents.at(-1) ?? 0); indents.pop()) tokens.push({ kind: "dedent", text: "dedent", line });
  return tokens;
}
