/** Compiles a comprehension that runs in the frame around it (PEP 709). Mirrors `push_inlined_comprehension_state`. */

import type { CompilerUnit } from "./compiler-unit";
import { type ComprehensionNode, compileGenerators, emitEmptyCollection } from "./comprehension";
import { compileIterable } from "./display";
import { NO_LINE, Pseudo } from "./instruction";
import { Op } from "./opcode";
import type { Scope } from "./scope";
import { bindsItself, derefIndex } from "./variable";

/** Its variables take slots whose contents wait on the stack, and are put back at the end and after an exception. */
export function compileInlined(unit: CompilerUnit, node: ComprehensionNode): void {
  const scope = unit.context.scopes.get(node)!;
  compileIterable(unit, node.generators[0]!.iter);
  unit.emit(Op.GET_ITER);
  const slots = setAside(unit, scope);
  if (slots.length === 0) return fill(unit, node, scope);
  const cleanup = unit.newBlock();
  const end = unit.newBlock();
  unit.emit(Op.SWAP, slots.length + 1);
  unit.emitJump(Pseudo.SETUP_FINALLY, cleanup);
  fill(unit, node, scope);
  unit.emitArtificial(Pseudo.POP_BLOCK);
  unit.emitArtificialJump(end);
  unit.useNextBlock(cleanup);
  unit.line = NO_LINE;
  // The unfinished collection lies below the exception.
  unit.emit(Op.SWAP, 2);
  unit.emit(Op.POP_TOP);
  putBack(unit, slots);
  unit.emit(Op.RERAISE, 0);
  unit.useNextBlock(end);
  unit.locate(node);
  putBack(unit, slots);
}

/** The iterator is on the stack, the collection takes its place. */
function fill(unit: CompilerUnit, node: ComprehensionNode, scope: Scope): void {
  unit.inlined.push(scope);
  if (node.kind !== "GeneratorExp") emitEmptyCollection(unit, node.kind);
  unit.emit(Op.SWAP, 2);
  compileGenerators(unit, node, () => {});
  unit.inlined.pop();
}

/** @returns The slots whose contents are on the stack, the last one on top. */
function setAside(unit: CompilerUnit, scope: Scope): readonly number[] {
  const slots: number[] = [];
  for (const [name, { flags, access }] of scope.names) {
    if (name === ".0" || !bindsItself(flags)) continue;
    const slot = unit.locals.indexOf(name);
    unit.emit(Op.LOAD_FAST_AND_CLEAR, slot);
    if (access === "cell") unit.emit(Op.MAKE_CELL, derefIndex(unit, name));
    slots.push(slot);
  }
  return slots;
}

/** The result is on top of them. */
function putBack(unit: CompilerUnit, slots: readonly number[]): void {
  unit.emit(Op.SWAP, slots.length + 1);
  for (const slot of [...slots].reverse()) unit.emit(Op.STORE_FAST, slot);
}
