/** Instructions after which execution goes on with the next one, and which are not executed often. */

import { decref, incref } from "../../sim/heap/refcount";
import { item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Op } from "../compile/opcode";
import { makeList, makeTuple } from "../objects/make-container";
import {
  buildMap,
  buildSequence,
  buildSet,
  buildSlice,
  buildString,
  extend,
  listAppend,
  listToTuple,
  mapAdd,
  setAdd,
} from "./build";
import { copyFreeVars, deleteDeref, loadClassDeref, loadDeref, makeCell, storeDeref } from "./cells";
import { dictMerge, dictUpdate } from "./dict-merge";
import { checkMatch } from "./exception-match";
import type { Frame } from "./frame";
import { popHandled, pushHandled } from "./handled";
import { importFrom, importName } from "./import-instruction";
import type { Machine } from "./machine";
import { makeFunction } from "./make-function";
import { deleteName, nameError, setupAnnotations, unboundSlot } from "./names";
import {
  containsOp,
  deleteAttr,
  deleteSubscr,
  formatValue,
  getIter,
  getYieldFromIter,
  isOp,
  storeSubscr,
  subscr,
  unaryOp,
} from "./object-instruction";
import { popOperand, pushOperand } from "./operands";
import { unpackEx, unpackSequence } from "./unpack";
import { beforeWith, withExceptStart } from "./with-instruction";

/**
 * Execute one instruction of the frame.
 *
 * @returns false with an exception set; what the instruction has taken from the stack is gone.
 */
export function plainInstruction(m: Machine, frame: Frame, op: Op, arg: number): boolean {
  const { names } = frame.code;
  switch (op) {
    case Op.NOP:
      return true;
    case Op.COPY:
      return copy(m, frame, arg);
    case Op.SWAP:
      return swap(m, frame, arg);
    case Op.DELETE_FAST:
      return deleteFast(m, frame, arg);
    case Op.LOAD_FAST_AND_CLEAR:
      return loadFastAndClear(m, frame, arg);
    case Op.MAKE_CELL:
      return done(makeCell(m, frame, arg));
    case Op.COPY_FREE_VARS:
      return done(copyFreeVars(m, frame, arg));
    case Op.LOAD_CLOSURE:
      return pushBorrowed(m, frame, m.stack[frame.base + arg]!);
    case Op.LOAD_DEREF:
      return push(m, frame, loadDeref(m, frame, arg));
    case Op.LOAD_CLASSDEREF:
      return push(m, frame, loadClassDeref(m, frame, arg));
    case Op.STORE_DEREF:
      return done(storeDeref(m, frame, arg, popOperand(m, frame)));
    case Op.DELETE_DEREF:
      return deleteDeref(m, frame, arg);
    case Op.DELETE_GLOBAL:
      return deleteName(m, frame.globals, names[arg]!);
    case Op.DELETE_NAME:
      return deleteName(m, frame.locals, names[arg]!);
    case Op.DELETE_ATTR:
      return deleteAttr(m, frame, names[arg]!);
    case Op.UNARY_POSITIVE:
    case Op.UNARY_NEGATIVE:
    case Op.UNARY_INVERT:
    case Op.UNARY_NOT:
      return unaryOp(m, frame, op);
    case Op.IS_OP:
      return isOp(m, frame, arg);
    case Op.CONTAINS_OP:
      return containsOp(m, frame, arg);
    case Op.BINARY_SUBSCR:
      return subscr(m, frame);
    case Op.STORE_SUBSCR:
      return storeSubscr(m, frame);
    case Op.DELETE_SUBSCR:
      return deleteSubscr(m, frame);
    case Op.BUILD_SLICE:
      return buildSlice(m, frame, arg);
    case Op.BUILD_TUPLE:
      return buildSequence(m, frame, arg, makeTuple);
    case Op.BUILD_LIST:
      return buildSequence(m, frame, arg, makeList);
    case Op.BUILD_SET:
      return buildSet(m, frame, arg);
    case Op.BUILD_MAP:
      return buildMap(m, frame, arg);
    case Op.BUILD_STRING:
      return buildString(m, frame, arg);
    case Op.LIST_TO_TUPLE:
      return listToTuple(m, frame);
    case Op.LIST_APPEND:
      return listAppend(m, frame, arg);
    case Op.LIST_EXTEND:
      return extend(m, frame, arg, "list");
    case Op.SET_ADD:
      return setAdd(m, frame, arg);
    case Op.SET_UPDATE:
      return extend(m, frame, arg, "set");
    case Op.MAP_ADD:
      return mapAdd(m, frame, arg);
    case Op.DICT_UPDATE:
      return dictUpdate(m, frame, arg);
    case Op.DICT_MERGE:
      return dictMerge(m, frame, arg);
    case Op.FORMAT_VALUE:
      return formatValue(m, frame, arg);
    case Op.UNPACK_SEQUENCE:
      return unpackSequence(m, frame, arg);
    case Op.UNPACK_EX:
      return unpackEx(m, frame, arg);
    case Op.GET_ITER:
      return getIter(m, frame);
    case Op.GET_YIELD_FROM_ITER:
      return getYieldFromIter(m, frame);
    case Op.MAKE_FUNCTION:
      return makeFunction(m, frame, arg);
    case Op.LOAD_BUILD_CLASS:
      return loadBuildClass(m, frame);
    case Op.LOAD_ASSERTION_ERROR:
      return pushBorrowed(m, frame, m.typeNames.get("AssertionError")!);
    case Op.PUSH_EXC_INFO:
      return done(pushHandled(m, frame));
    case Op.POP_EXCEPT:
      return done(popHandled(m, frame));
    case Op.CHECK_EXC_MATCH:
      return checkMatch(m, frame);
    case Op.BEFORE_WITH:
      return beforeWith(m, frame);
    case Op.WITH_EXCEPT_START:
      return withExceptStart(m, frame);
    case Op.IMPORT_NAME:
      return importName(m, frame, names[arg]!);
    case Op.IMPORT_FROM:
      return importFrom(m, frame, names[arg]!);
    case Op.SETUP_ANNOTATIONS:
      return done(setupAnnotations(m, frame));
    default:
      throw new Error(`The loop has no instruction ${op}.`);
  }
}

/** What cannot fail has been done. */
function done(_nothing: unknown): true {
  return true;
}

/** Push the n-th operand from the top again, 1 = the top itself. */
function copy(m: Machine, frame: Frame, n: number): true {
  const o = m.stack[frame.top - n]!;
  if (o !== 0) incref(m.h, o);
  pushOperand(m, frame, o);
  return true;
}

/** Exchange the top with the n-th operand from the top. */
function swap({ stack }: Machine, { top }: Frame, n: number): true {
  const o = stack[top - 1]!;
  stack[top - 1] = stack[top - n]!;
  stack[top - n] = o;
  return true;
}

function push(m: Machine, frame: Frame, o: number): boolean {
  if (o === 0) return false;
  pushOperand(m, frame, o);
  return true;
}

function pushBorrowed(m: Machine, frame: Frame, o: number): true {
  incref(m.h, o);
  pushOperand(m, frame, o);
  return true;
}

function deleteFast(m: Machine, frame: Frame, i: number): boolean {
  const at = frame.base + i;
  const old = m.stack[at]!;
  if (old === 0) return unboundSlot(m, frame, i) !== 0;
  m.stack[at] = 0;
  decref(m.h, old);
  return true;
}

function loadFastAndClear(m: Machine, frame: Frame, i: number): true {
  pushOperand(m, frame, m.stack[frame.base + i]!);
  m.stack[frame.base + i] = 0;
  return true;
}

function loadBuildClass(m: Machine, frame: Frame): boolean {
  const name = internedStr(m.h, "__build_class__");
  const o = item(m.h, frame.builtins, name);
  if (o === 0) return nameError(m, name) !== 0;
  return pushBorrowed(m, frame, o);
}
