/** Code as text, in the manner of Python's `dis`. */

import type { Code } from "./code";
import { type ListedInstruction, listInstructions } from "./list-instructions";
import { WORDS_PER_INSTRUCTION } from "./opcode";

/**
 * The instructions of `code` and of the code objects among its constants, one a line: source line, `>>` where a jump or
 * handler goes, number, name, argument and its meaning. Numbers count instructions, not words.
 */
export function disassemble(code: Code): string {
  const inner = code.constants.flatMap((constant) => (constant.kind === "code" ? [constant.code] : []));
  const texts = inner.map(
    (one) => `\nDisassembly of <code object ${one.name}, line ${one.firstLine}>:\n${disassemble(one)}`,
  );
  return [...instructionLines(code), ...tableLines(code), ...texts].join("\n");
}

function instructionLines(code: Code): string[] {
  const instructions = listInstructions(code);
  const targets = new Set([
    ...instructions.map(({ target }) => target),
    ...code.exceptionTable.map(({ target }) => target / WORDS_PER_INSTRUCTION),
  ]);
  let before = -1;
  return instructions.map((instruction) => {
    const { number, name, line } = instruction;
    const lineText = line !== before && line >= 0 ? String(line) : "";
    before = line;
    const mark = targets.has(number) ? ">>" : "  ";
    const start = `${lineText.padStart(4)} ${mark} ${String(number).padStart(4)} ${name.padEnd(21)}`;
    return (start + argumentText(instruction)).trimEnd();
  });
}

function argumentText({ arg, meaning, target }: ListedInstruction): string {
  if (target !== null) return `to ${target}`;
  if (arg === null) return "";
  return `${String(arg).padStart(4)}${meaning === null ? "" : ` (${meaning})`}`;
}

function tableLines({ exceptionTable }: Code): string[] {
  if (exceptionTable.length === 0) return [];
  const number = (words: number) => words / WORDS_PER_INSTRUCTION;
  return [
    "ExceptionTable:",
    ...exceptionTable.map(
      ({ start, end, target, depth, pushLasti }) =>
        `  ${number(start)} to ${number(end) - 1} -> ${number(target)} [${depth}]${pushLasti ? " lasti" : ""}`,
    ),
  ];
}
