/** Runs Lezer, and turns its refusal into our errors. Mirrors `_PyPegen_set_syntax_error` in Parser/pegen_errors.c. */

import type { PartialParse, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Layout } from "./layout";
import { lezerLimit } from "./lezer-limit";
import { mistakeAt } from "./mistake";
import { mistakeMessage } from "./mistake-message";
import type { SourceText } from "./source-text";

/** Strict: it stops at the first token that fits no rule, in place of a tree with error nodes. */
const strictParser = parser.configure({ strict: true });

/**
 * Lezer's tree of the source. It has no error node.
 *
 * @throws {PythonSyntaxError} For the first error of the source or of its layout.
 * @throws {NotSupported} For valid Python that Lezer has no rule for.
 */
export function lezerTree(source: SourceText, layout: Layout): Tree {
  let tree: Tree;
  try {
    tree = parseWhole(layout.lezerText);
  } catch (error) {
    const offset = /^No parse at (\d+)$/.exec(error instanceof SyntaxError ? error.message : "")?.[1];
    throw offset === undefined ? error : errorAt(source, Number(offset), layout);
  }
  const other = layout.wrongBlock?.error ?? layout.unclosed;
  if (other !== null) throw other;
  return tree;
}

/**
 * Lezer counts long stretches that begin at one place, takes 300 of them for a chain of operators and cuts it. But the
 * statements of a program are such a stretch too: without the reset a valid program of some 5 000 lines does not parse.
 * Chains of operators have their limit in expression-size.ts.
 */
function parseWhole(text: string): Tree {
  const parse: PartialParse & { bigReductionCount?: number } = strictParser.startParse(text);
  for (;;) {
    parse.bigReductionCount = 0;
    const tree = parse.advance();
    if (tree !== null) return tree;
  }
}

function errorAt(source: SourceText, offset: number, { wrongBlock, unclosed }: Layout): Error {
  const mistake = mistakeAt(source, offset);
  const { start, end, type } = mistake.token;
  // An open bracket explains what goes wrong on later lines, but not on its own.
  if (unclosed !== null && (type === "end" || source.position(start).line > unclosed.line)) return unclosed;
  if (wrongBlock !== null && wrongBlock.offset <= start) return wrongBlock.error;
  if (type === "string" && offset > start && offset < end)
    return source.syntaxError("f-string: invalid syntax", offset);
  const limit = lezerLimit(mistake);
  return limit === null
    ? source.syntaxError(mistakeMessage(mistake), start)
    : source.notSupported(limit.construct, limit.instead, start);
}
