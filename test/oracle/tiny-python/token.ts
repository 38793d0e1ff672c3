/** A program text as words: names, numbers, texts, signs, and where a block begins and ends. */

/** One word. `indent` and `dedent` stand where a block begins and ends, `newline` where a statement ends. */
export interface Token {
  readonly kind: "name" | "number" | "text" | "sign" | "newline" | "indent" | "dedent" | "end";
  readonly text: string;
  /** The line it stands in, for messages. */
  readonly line: string;
  /** Its number, from 1 on. */
  readonly number: number;
}

const words =
  /(?<name>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|(?<text>b?(?:"[^"]*"|'[^']*'))|(?<sign>\*\*|==|!=|<=|>=|\+=|-=|\*=|[^\s\w])/g;

/** Cut a program into words. Brackets may span lines; comments and empty lines are left out. */
export function tokenize(program: string): Token[] {
  const tokens: Token[] = [];
  const indents = [0];
  let depth = 0;
  for (const [at, line] of program.split("\n").entries()) {
    const number = at + 1;
    if (/^\s*(#.*)?$/.test(line)) continue;
    if (depth === 0) tokens.push(...blocks(indents, line.search(/\S/), line, number));
    for (const { groups } of line.matchAll(words)) {
      if (groups?.sign === "#") break;
      const [kind, text] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
      if (kind === undefined || text === undefined) continue;
      if (/^[([{]$/.test(text)) depth++;
      if (/^[)\]}]$/.test(text)) depth--;
      tokens.push({ kind: kind as Token["kind"], text, line, number });
    }
    if (depth === 0) tokens.push({ kind: "newline", text: "end of the line", line, number });
  }
  for (; indents.length > 1; indents.pop())
    tokens.push({ kind: "dedent", text: "dedent", line: "", number: 0 });
  tokens.push({ kind: "end", text: "end of the program", line: "", number: 0 });
  return tokens;
}

function blocks(indents: number[], indent: number, line: string, number: number): Token[] {
  const tokens: Token[] = [];
  if (indent > (indents.at(-1) ?? 0)) {
    indents.push(indent);
    tokens.push({ kind: "indent", text: "indent", line, number });
  }
  for (; indent < (indents.at(-1) ?? 0); indents.pop())
    tokens.push({ kind: "dedent", text: "dedent", line, number });
  return tokens;
}
