/** Where a scheduled collection runs, and where the host is asked whether the program may go on. Mirrors `CHECK_EVAL_BREAKER`. */

import { safePoint } from "../../sim/gc/safe-point";
import { State } from "../../sim/heap/memory-map";
import { item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Op } from "../compile/opcode";
import { lookupType } from "../objects/type-lookup";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** Between two questions to the host there are about so many instructions. */
const INSTRUCTIONS_PER_CHECK = 1 << 14;

/** The host does not let the program go on. Thrown through everything: the machine is of no use afterwards. */
export class ProgramStopped extends Error {
  override name = "ProgramStopped";
}

/** A check: the start of a function, a jump back. @throws {ProgramStopped} When the host says so. */
export function evalBreaker(m: Machine): void {
  if (m.instructions >= m.nextCheck) askHost(m);
  safePoint(m.h);
}

/**
 * A check behind a call of native code. There is none when the instruction is specialised for what it calls, as CPython
 * makes it with the first run; it stands for this in the instruction's cache.
 */
export function breakAfterCall(m: Machine, caller: Frame, callable: number, args: number): void {
  const { instructions } = caller.code;
  const cache = caller.pc + 2;
  const isWarm = instructions[cache] === callable;
  instructions[cache] = callable;
  if (m.h.memory[State.SCHEDULED] === 0) return;
  if (!(isWarm && isUnchecked(m, callable, args, instructions[caller.pc + 4]!))) safePoint(m.h);
}

/** `CALL_NO_KW_LEN`, `CALL_NO_KW_ISINSTANCE`, `CALL_NO_KW_TYPE_1`, `CALL_NO_KW_LIST_APPEND`. */
function isUnchecked(m: Machine, callable: number, args: number, nextOp: number): boolean {
  const builtin = (name: string): number => item(m.h, m.builtins.id, internedStr(m.h, name));
  if (callable === builtin("len")) return args === 1;
  if (callable === builtin("isinstance")) return args === 2;
  if (callable === builtin("type")) return args === 1;
  const list = m.types.get(m.typeNames.get("list")!)!;
  return callable === lookupType(m, list, internedStr(m.h, "append")) && nextOp === Op.POP_TOP;
}

function askHost(m: Machine): void {
  m.nextCheck = m.instructions + INSTRUCTIONS_PER_CHECK;
  if (!m.host.mayGoOn(m.instructions)) throw new ProgramStopped("The program was stopped.");
}
