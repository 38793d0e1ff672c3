/** The evaluation loop. Mirrors `_PyEval_EvalFrameDefault` in `Python/ceval.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { Op } from "../compile/opcode";
import { createGenerator } from "../objects/generator-object";
import { next } from "../objects/iterate";
import { makeNone } from "../objects/make-atom";
import { nextOfRange } from "../objects/range-iterator";
import { isTrue } from "../objects/truth";
import { callFunctionEx } from "./call-function-ex";
import { callInstruction } from "./call-instruction";
import { evalBreaker } from "./eval-breaker";
import { finishCall } from "./finish-call";
import { type Frame, ResultGoes } from "./frame";
import { isResumable, leaveCall, resumeGenerator, suspendGenerator } from "./generator";
import type { Machine } from "./machine";
import { loadNamed, storeNamed, unboundSlot } from "./names";
import { binaryOp, compareOp, loadAttr, loadMethodOf, storeAttr } from "./object-instruction";
import { plainInstruction } from "./plain-instruction";
import { recycleFrame } from "./push-call";
import { raiseVarargs } from "./raise-varargs";
import { send } from "./send";
import { unwind } from "./unwind";

/**
 * Execute from the innermost frame on, until that frame is left.
 *
 * An instruction succeeds with `continue`. One that goes on in another frame leaves the switch with `break` and that frame
 * in `goesOn`; one that fails, with an exception set, leaves it too: what it has taken from the stack is gone, and
 * `frame.top` says what is left.
 *
 * @param entry - The innermost frame. Its result goes to native code: here.
 * @returns the result, owned; 0 = exception set.
 */
export function run(m: Machine, entry: Frame): number {
  const { h, stack, watch } = m;
  const rangeIterator = m.typeNames.get("range_iterator");
  let frame = entry;
  let keywords = 0;
  for (;;) {
    const { base, code } = frame;
    const { constants, instructions, names } = code;
    let pc = frame.pc + 4;
    let sp = frame.top;
    let isReraised = false;
    let goesOn: Frame | null = frame;
    for (;;) {
      const op: Op = instructions[pc]!;
      const arg = instructions[pc + 1]!;
      frame.pc = pc;
      if (watch !== null) {
        frame.top = sp;
        watch.before(frame);
      }
      pc += 4;
      switch (op) {
        case Op.RESUME:
          evalBreaker(m);
          continue;
        case Op.POP_TOP:
          decref(h, stack[--sp]!);
          continue;
        case Op.PUSH_NULL:
          stack[sp++] = 0;
          continue;
        case Op.LOAD_CONST: {
          const o = constants[arg]!;
          incref(h, o);
          stack[sp++] = o;
          continue;
        }
        case Op.LOAD_FAST: {
          const o = stack[base + arg]!;
          if (o === 0) {
            frame.top = sp;
            unboundSlot(m, frame, arg);
            break;
          }
          incref(h, o);
          stack[sp++] = o;
          continue;
        }
        case Op.STORE_FAST: {
          const old = stack[base + arg]!;
          stack[base + arg] = stack[--sp]!;
          if (old !== 0) decref(h, old);
          continue;
        }
        case Op.LOAD_NAME:
        case Op.LOAD_GLOBAL: {
          frame.top = sp;
          const o = loadNamed(m, frame, op === Op.LOAD_NAME ? frame.locals : frame.globals, names[arg]!);
          if (o === 0) break;
          stack[sp++] = o;
          continue;
        }
        case Op.STORE_NAME:
        case Op.STORE_GLOBAL:
          sp--;
          storeNamed(m, frame, op === Op.STORE_NAME ? frame.locals : frame.globals, names[arg]!, stack[sp]!);
          continue;
        case Op.LOAD_ATTR:
          frame.top = sp;
          if (!loadAttr(m, frame, names[arg]!)) break;
          continue;
        case Op.STORE_ATTR:
          frame.top = sp;
          sp -= 2;
          if (!storeAttr(m, frame, names[arg]!)) break;
          continue;
        case Op.LOAD_METHOD:
          frame.top = sp;
          if (!loadMethodOf(m, frame, names[arg]!)) break;
          sp++;
          continue;
        case Op.BINARY_OP:
          frame.top = sp--;
          if (!binaryOp(m, frame, arg)) break;
          continue;
        case Op.COMPARE_OP:
          frame.top = sp--;
          if (!compareOp(m, frame, arg)) break;
          continue;
        case Op.POP_JUMP_IF_FALSE:
        case Op.POP_JUMP_IF_TRUE: {
          const o = stack[--sp]!;
          frame.top = sp;
          const truth = o === Static.TRUE ? 1 : o === Static.FALSE ? 0 : isTrue(m, o);
          decref(h, o);
          if (truth < 0) break;
          if (truth === (op === Op.POP_JUMP_IF_TRUE ? 1 : 0)) pc = arg;
          continue;
        }
        case Op.JUMP_IF_FALSE_OR_POP:
        case Op.JUMP_IF_TRUE_OR_POP: {
          const o = stack[sp - 1]!;
          frame.top = sp;
          const truth = isTrue(m, o);
          if (truth < 0) break;
          if (truth === (op === Op.JUMP_IF_TRUE_OR_POP ? 1 : 0)) pc = arg;
          else decref(h, stack[--sp]!);
          continue;
        }
        case Op.POP_JUMP_IF_NONE:
        case Op.POP_JUMP_IF_NOT_NONE: {
          const o = stack[--sp]!;
          if ((o === Static.NONE) === (op === Op.POP_JUMP_IF_NONE)) pc = arg;
          decref(h, o);
          continue;
        }
        case Op.JUMP_FORWARD:
          pc = arg;
          continue;
        case Op.JUMP_BACKWARD:
          m.instructions += (pc - arg) >> 2;
          pc = arg;
          evalBreaker(m);
          continue;
        case Op.FOR_ITER: {
          frame.top = sp;
          const iterator = stack[sp - 1]!;
          const type = h.memory[iterator + Field.TYPE];
          if (type === Static.GENERATOR_TYPE && isResumable(m, iterator)) {
            goesOn = resumeGenerator(m, iterator, makeNone(m), ResultGoes.ENDS_LOOP);
            break;
          }
          const item = type === rangeIterator ? nextOfRange(m, iterator) : next(m, iterator);
          if (item !== 0) {
            stack[sp++] = item;
            continue;
          }
          if (m.error !== 0) break;
          pc = arg;
          decref(h, stack[--sp]!);
          continue;
        }
        case Op.KW_NAMES:
          keywords = constants[arg]!;
          continue;
        case Op.CALL:
          frame.top = sp;
          goesOn = callInstruction(m, frame, arg, keywords);
          keywords = 0;
          if (goesOn !== frame) break;
          sp = frame.top;
          continue;
        case Op.CALL_FUNCTION_EX:
          frame.top = sp;
          goesOn = callFunctionEx(m, frame, arg);
          if (goesOn !== frame) break;
          sp = frame.top;
          continue;
        case Op.RETURN_VALUE:
        case Op.RETURN_GENERATOR: {
          const callee = frame;
          const { back, resultGoes } = callee;
          const result = op === Op.RETURN_VALUE ? stack[--sp]! : createGenerator(m, callee);
          callee.top = sp;
          if (op === Op.RETURN_VALUE) leaveCall(m, callee);
          if (resultGoes === ResultGoes.TO_NATIVE) return result;
          frame = back!;
          goesOn = finishCall(m, frame, callee, result) ? frame : null;
          if (op === Op.RETURN_VALUE && resultGoes < ResultGoes.ENDS_LOOP) recycleFrame(m, callee);
          break;
        }
        case Op.YIELD_VALUE: {
          const item = stack[--sp]!;
          frame.top = sp;
          const { back, resultGoes } = frame;
          suspendGenerator(m, frame);
          if (resultGoes === ResultGoes.TO_NATIVE) return item;
          goesOn = back!;
          stack[goesOn.top++] = item;
          break;
        }
        case Op.SEND:
          frame.top = sp;
          goesOn = send(m, frame, arg);
          break;
        case Op.RAISE_VARARGS:
          frame.top = sp;
          isReraised = raiseVarargs(m, frame, arg);
          break;
        case Op.RERAISE:
          m.error = stack[--sp]!;
          frame.top = sp;
          isReraised = true;
          break;
        default:
          frame.top = sp;
          if (!plainInstruction(m, frame, op, arg)) break;
          sp = frame.top;
          continue;
      }
      break;
    }
    frame = m.error === 0 ? goesOn! : (unwind(m, frame, isReraised) ?? entry);
    if (m.error !== 0) return 0;
  }
}
