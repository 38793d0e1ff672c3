/** What an instruction adds to the stack. Mirrors `stack_effect` of Python/compile.c. */

import { type Opcode, Pseudo } from "./instruction";
import { Op } from "./opcode";

type Effect = number | ((arg: number) => number);

/** By opcode, when it goes on behind itself. What is not here changes nothing. */
const effects: ReadonlyMap<Opcode, Effect> = new Map<Opcode, Effect>([
  [Op.POP_TOP, -1],
  [Op.COPY, 1],
  [Op.PUSH_NULL, 1],
  [Op.LOAD_CONST, 1],
  [Op.LOAD_FAST, 1],
  [Op.STORE_FAST, -1],
  [Op.LOAD_FAST_AND_CLEAR, 1],
  [Op.LOAD_CLOSURE, 1],
  [Op.LOAD_DEREF, 1],
  [Op.STORE_DEREF, -1],
  [Op.LOAD_CLASSDEREF, 1],
  [Op.LOAD_NAME, 1],
  [Op.STORE_NAME, -1],
  [Op.LOAD_GLOBAL, 1],
  [Op.STORE_GLOBAL, -1],
  [Op.STORE_ATTR, -2],
  [Op.DELETE_ATTR, -1],
  [Op.LOAD_METHOD, 1],
  [Op.BINARY_OP, -1],
  [Op.COMPARE_OP, -1],
  [Op.IS_OP, -1],
  [Op.CONTAINS_OP, -1],
  [Op.BINARY_SUBSCR, -1],
  [Op.STORE_SUBSCR, -3],
  [Op.DELETE_SUBSCR, -2],
  [Op.BUILD_SLICE, (arg) => 1 - arg],
  [Op.BUILD_TUPLE, (arg) => 1 - arg],
  [Op.BUILD_LIST, (arg) => 1 - arg],
  [Op.BUILD_SET, (arg) => 1 - arg],
  [Op.BUILD_STRING, (arg) => 1 - arg],
  [Op.BUILD_MAP, (arg) => 1 - 2 * arg],
  [Op.LIST_APPEND, -1],
  [Op.LIST_EXTEND, -1],
  [Op.SET_ADD, -1],
  [Op.SET_UPDATE, -1],
  [Op.MAP_ADD, -2],
  [Op.DICT_UPDATE, -1],
  [Op.DICT_MERGE, -1],
  [Op.FORMAT_VALUE, (arg) => (arg & 4 ? -1 : 0)],
  [Op.UNPACK_SEQUENCE, (arg) => arg - 1],
  [Op.UNPACK_EX, (arg) => (arg & 0xff) + (arg >> 8)],
  [Op.FOR_ITER, 1],
  [Op.POP_JUMP_IF_FALSE, -1],
  [Op.POP_JUMP_IF_TRUE, -1],
  [Op.POP_JUMP_IF_NONE, -1],
  [Op.POP_JUMP_IF_NOT_NONE, -1],
  [Op.JUMP_IF_FALSE_OR_POP, -1],
  [Op.JUMP_IF_TRUE_OR_POP, -1],
  [Op.CALL, (arg) => -1 - arg],
  [Op.CALL_FUNCTION_EX, (arg) => -2 - (arg & 1)],
  [Op.MAKE_FUNCTION, (arg) => -[1, 2, 4, 8].filter((bit) => arg & bit).length],
  [Op.LOAD_BUILD_CLASS, 1],
  [Op.RETURN_VALUE, -1],
  [Op.LOAD_ASSERTION_ERROR, 1],
  [Op.RAISE_VARARGS, (arg) => -arg],
  [Op.RERAISE, -1],
  [Op.PUSH_EXC_INFO, 1],
  [Op.POP_EXCEPT, -1],
  [Op.BEFORE_WITH, 1],
  [Op.WITH_EXCEPT_START, 1],
  [Op.IMPORT_NAME, -1],
  [Op.IMPORT_FROM, 1],
  [Op.RETURN_GENERATOR, 1],
]);

/** Where it is another one at the target of the jump, or at the start of the handler. */
const effectsOfJump: ReadonlyMap<Opcode, number> = new Map<Opcode, number>([
  [Op.FOR_ITER, -1],
  [Op.SEND, -1],
  [Op.JUMP_IF_FALSE_OR_POP, 0],
  [Op.JUMP_IF_TRUE_OR_POP, 0],
  [Pseudo.SETUP_FINALLY, 1],
  [Pseudo.SETUP_CLEANUP, 2],
  // The result of `__enter__` goes.
  [Pseudo.SETUP_WITH, 1],
]);

/** @param jumps - At its target, not behind it. @returns The operands that come in, less those that go. */
export function stackEffect(opcode: Opcode, arg: number, jumps: boolean): number {
  const ofJump = jumps ? effectsOfJump.get(opcode) : undefined;
  if (ofJump !== undefined) return ofJump;
  const effect = effects.get(opcode) ?? 0;
  return typeof effect === "number" ? effect : effect(arg);
}
