/** The instructions of a code object one by one, with their arguments in words. */

import type { Code } from "./code";
import { constantText } from "./constant-text";
import { BinaryOp, CompareOp, INPLACE, Op, opcodeNames, WORDS_PER_INSTRUCTION } from "./opcode";

/** An instruction for readers. */
export interface ListedInstruction {
  /** Its place, counted in instructions. */
  readonly number: number;
  readonly name: string;
  /** Null where it says nothing, or is an address. */
  readonly arg: number | null;
  /** What `arg` stands for: a constant, a name, an operator; null for nothing but the number. */
  readonly meaning: string | null;
  /** The number of the instruction that it jumps to; null for none. */
  readonly target: number | null;
  /** -1 for none. */
  readonly line: number;
}

const binaryTexts: Readonly<Record<number, string>> = {
  [BinaryOp.ADD]: "+",
  [BinaryOp.SUBTRACT]: "-",
  [BinaryOp.MULTIPLY]: "*",
  [BinaryOp.TRUE_DIVIDE]: "/",
  [BinaryOp.FLOOR_DIVIDE]: "//",
  [BinaryOp.REMAINDER]: "%",
  [BinaryOp.POWER]: "**",
  [BinaryOp.AND]: "&",
  [BinaryOp.OR]: "|",
  [BinaryOp.XOR]: "^",
  [BinaryOp.LSHIFT]: "<<",
  [BinaryOp.RSHIFT]: ">>",
};

const compareTexts: Readonly<Record<number, string>> = {
  [CompareOp.LT]: "<",
  [CompareOp.LE]: "<=",
  [CompareOp.EQ]: "==",
  [CompareOp.NE]: "!=",
  [CompareOp.GT]: ">",
  [CompareOp.GE]: ">=",
};

type Meaning = (code: Code, arg: number) => string;

/** What the argument of an instruction means, by opcode. What is not here has no argument worth showing. */
const meanings: ReadonlyMap<Op, Meaning> = new Map<Op, Meaning>([
  ...all([Op.LOAD_CONST, Op.KW_NAMES], (code, arg) => constantText(code.constants[arg]!)),
  ...all([Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST, Op.LOAD_FAST_AND_CLEAR, Op.MAKE_CELL], slotName),
  ...all([Op.LOAD_CLOSURE, Op.LOAD_DEREF, Op.STORE_DEREF, Op.DELETE_DEREF, Op.LOAD_CLASSDEREF], slotName),
  ...all([Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME, Op.IMPORT_NAME, Op.IMPORT_FROM], nameOf),
  ...all([Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL, Op.LOAD_METHOD], nameOf),
  ...all([Op.LOAD_ATTR, Op.STORE_ATTR, Op.DELETE_ATTR], nameOf),
  ...all([Op.BINARY_OP], (_, arg) => binaryTexts[arg % INPLACE]! + (arg >= INPLACE ? "=" : "")),
  ...all([Op.COMPARE_OP], (_, arg) => compareTexts[arg]!),
]);

const jumps: ReadonlySet<Op> = new Set([
  ...[
    Op.FOR_ITER,
    Op.SEND,
    Op.JUMP_FORWARD,
    Op.JUMP_BACKWARD,
    Op.JUMP_IF_FALSE_OR_POP,
    Op.JUMP_IF_TRUE_OR_POP,
  ],
  ...[Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_NONE, Op.POP_JUMP_IF_NOT_NONE],
]);

/** Their argument is a number that means itself: a size, a depth, flags. */
const counts: ReadonlySet<Op> = new Set([
  ...[
    Op.RESUME,
    Op.COPY,
    Op.SWAP,
    Op.COPY_FREE_VARS,
    Op.IS_OP,
    Op.CONTAINS_OP,
    Op.BUILD_SLICE,
    Op.BUILD_TUPLE,
  ],
  ...[Op.BUILD_LIST, Op.BUILD_SET, Op.BUILD_MAP, Op.BUILD_STRING, Op.LIST_APPEND, Op.LIST_EXTEND, Op.SET_ADD],
  ...[Op.SET_UPDATE, Op.MAP_ADD, Op.DICT_UPDATE, Op.DICT_MERGE, Op.FORMAT_VALUE, Op.UNPACK_SEQUENCE],
  ...[Op.UNPACK_EX, Op.CALL, Op.CALL_FUNCTION_EX, Op.MAKE_FUNCTION, Op.RAISE_VARARGS, Op.RERAISE],
]);

/** The instructions of `code`, not those of the code objects among its constants. */
export function listInstructions(code: Code): readonly ListedInstruction[] {
  return Array.from(code.lines, (line, number) => {
    const opcode = code.instructions[number * WORDS_PER_INSTRUCTION] as Op;
    const arg = code.instructions[number * WORDS_PER_INSTRUCTION + 1]!;
    const meaning = meanings.get(opcode)?.(code, arg) ?? null;
    return {
      number,
      name: opcodeNames[opcode]!,
      arg: meaning !== null || counts.has(opcode) ? arg : null,
      meaning,
      target: jumps.has(opcode) ? arg / WORDS_PER_INSTRUCTION : null,
      line,
    };
  });
}

function all(opcodes: readonly Op[], meaning: Meaning): [Op, Meaning][] {
  return opcodes.map((opcode) => [opcode, meaning]);
}

function nameOf(code: Code, arg: number): string {
  return code.names[arg]!;
}

function slotName({ localNames, cellNames, cellSlots, freeNames, slotCount }: Code, slot: number): string {
  const cell = cellSlots.indexOf(slot);
  if (cell >= 0) return cellNames[cell]!;
  return localNames[slot] ?? freeNames[slot - (slotCount - freeNames.length)]!;
}
