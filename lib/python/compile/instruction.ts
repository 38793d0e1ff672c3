/** Instructions before they have addresses, in basic blocks. Mirrors `struct instr` and `basicblock` of Python/compile.c. */

import { Op } from "./opcode";

/** Instructions of the compiler alone: {@link Op} takes their place, or nothing does. */
export const enum Pseudo {
  /** From here on exceptions go to the target, with the exception on the stack. */
  SETUP_FINALLY = 1000,
  /** The same, with the place where it was raised below the exception. */
  SETUP_CLEANUP,
  /** The same as SETUP_CLEANUP, below the result of `__enter__`, which is dropped. */
  SETUP_WITH,
  /** The last region that was set up ends here. */
  POP_BLOCK,
  /** Becomes JUMP_FORWARD or JUMP_BACKWARD. */
  JUMP,
  /** A jump back without a check of the eval breaker. */
  JUMP_NO_INTERRUPT,
}

export type Opcode = Op | Pseudo;

/** The line of an instruction that no line of the source is responsible for. */
export const NO_LINE = -1;

/** One instruction. Mutable: the passes over the flow graph rewrite it in place. */
export interface Instruction {
  opcode: Opcode;
  arg: number;
  line: number;
  /** Where it jumps to, or where the handler that it sets up is. */
  target: Block | null;
  /** Where an exception in it goes; null: out of the code object. Set by `labelHandlers`. */
  handler: Block | null;
}

/** Instructions that run one after the other; only the last one jumps. */
export interface Block {
  /** How many blocks of the code object were made before it. */
  readonly order: number;
  instructions: Instruction[];
  /** The block behind it in the source. */
  next: Block | null;
  /** It ends with a return or raise. */
  exits: boolean;
  /** It never goes on into `next`. */
  leaves: boolean;
  /** Ways to get here that were found; 0 is dead code. */
  predecessors: number;
  /** Operands on the stack at its start; -1 while unknown. */
  startDepth: number;
  /** It is a handler that finds the place of the exception on the stack. */
  keepsLasti: boolean;
}

/** @param order - See {@link Block.order}. */
export function createBlock(order: number): Block {
  return {
    order,
    instructions: [],
    next: null,
    exits: false,
    leaves: false,
    predecessors: 0,
    startDepth: -1,
    keepsLasti: false,
  };
}

/** The blocks of a code object in the order of their instructions. */
export function* blocksFrom(entry: Block): Iterable<Block> {
  for (let block: Block | null = entry; block !== null; block = block.next) yield block;
}

/** The same blocks in the order of CPython's own list (`u_blocks`): some passes go through that one. */
export function newestFirst(entry: Block): readonly Block[] {
  return [...blocksFrom(entry)].sort((a, b) => b.order - a.order);
}

/** Does it begin a region with a handler? */
export function setsUpHandler(opcode: Opcode): boolean {
  return opcode === Pseudo.SETUP_FINALLY || opcode === Pseudo.SETUP_CLEANUP || opcode === Pseudo.SETUP_WITH;
}

export function isUnconditionalJump(opcode: Opcode): boolean {
  return opcode === Pseudo.JUMP || opcode === Pseudo.JUMP_NO_INTERRUPT;
}

/** May it go on somewhere else than behind itself, without an exception? */
export function isJump(opcode: Opcode): boolean {
  switch (opcode) {
    case Pseudo.JUMP:
    case Pseudo.JUMP_NO_INTERRUPT:
    case Op.FOR_ITER:
    case Op.SEND:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return true;
    default:
      return false;
  }
}

/** Does it leave the code object? */
export function exitsScope(opcode: Opcode): boolean {
  return opcode === Op.RETURN_VALUE || opcode === Op.RAISE_VARARGS || opcode === Op.RERAISE;
}
