/** Code objects on a heap: constants and names are objects there. Mirrors `PyCodeObject`. */

import { createAtom } from "../../sim/heap/create";
import { keepNative } from "../../sim/heap/member-object";
import { Field, Layout } from "../../sim/heap/memory-map";
import { builtinShape } from "../../sim/heap/shape";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import type { Code } from "../compile/code";
import type { Machine } from "../run/machine";
import { ConstantPool } from "./constant-pool";
import type { ConstructorPlan } from "./constructor-plan";

/** What the loop needs of a code object. */
export interface CodeObject {
  /** The object. */
  readonly id: number;
  readonly code: Code;
  /** `co_consts`, owned by the code object. */
  readonly constants: readonly number[];
  /** `co_names`, interned. */
  readonly names: readonly number[];
  /** The words of `Code.instructions`, of this heap's own: their cache words remember objects. */
  readonly instructions: Int32Array;
  /** `co_filename`. */
  readonly fileName: string;
  /** How many arguments a call copies into the slots as they are; -1 when it takes more than that to call it. */
  readonly plainArguments: number;
  /** How each CALL has made an instance the last time, by instruction; null until one has. */
  plans: (ConstructorPlan | null)[] | null;
  /** The shape of its generators; 0 until the first one is made. */
  generatorShape: number;
}

/** Bytes of a code object without its instructions, about: it is no container, and nobody asks. */
const CODE_BYTES = 176;

/**
 * Make a code object, and those of the functions in it. The caller owns the reference.
 *
 * Simplified: real CPython keeps constants and names in tuples of their own, which a collection finds until it untracks
 * them; here the code object, which no collection visits, holds them itself.
 */
export function createCodeObject(m: Machine, code: Code, fileName: string): CodeObject {
  const pool: ConstantPool = new ConstantPool(m, (inner) => createFrom(m, inner, fileName, pool).id);
  const made = createFrom(m, code, fileName, pool);
  pool.release();
  return made;
}

/** What is known of a code object. */
export function codeOf(m: Machine, o: number): CodeObject {
  return m.h.native.get(o) as CodeObject;
}

/** The source line of an instruction; of one that belongs to no line, and before the first one, the first line of the code. */
export function lineAt({ code }: CodeObject, pc: number): number {
  const line = pc < 0 ? -1 : code.lines[pc >> 2]!;
  return line < 0 ? code.firstLine : line;
}

function createFrom(m: Machine, code: Code, fileName: string, pool: ConstantPool): CodeObject {
  const constants = code.constants.map((constant) => pool.constant(constant));
  const id = createAtom(m.h, codeShape(m, constants.length));
  m.h.memory.set(constants, m.h.memory[id + Field.START]!);
  const object: CodeObject = {
    id,
    code,
    constants,
    names: code.names.map((name) => internedStr(m.h, name)),
    instructions: Int32Array.from(code.instructions),
    fileName,
    plainArguments: plainArguments(code),
    plans: null,
    generatorShape: 0,
  };
  keepNative(m.h, id, object);
  if (m.rules.calls.calleeOwnsArguments) return object;
  // It has no zombie frame before its first call.
  m.h.callFrames.running.add(object);
  return object;
}

function plainArguments({ argCount, flags, kwOnlyArgCount }: Code): number {
  return flags.varArgs || flags.varKeywords || kwOnlyArgCount > 0 ? -1 : argCount;
}

/** The constants are its slots: it is no container, so that nobody visits them, but they die with it. */
function codeShape(m: Machine, constants: number): number {
  return builtinShape(m.h, {
    type: Static.CODE_TYPE,
    length: constants,
    layout: Layout.ATOM,
    blockBytes: CODE_BYTES + 8 * constants,
    storageBytes: 0,
  });
}
