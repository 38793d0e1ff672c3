/** Turns a finished unit into a code object. Mirrors `assemble` of Python/compile.c. */

import type { Code } from "./code";
import type { CompilerUnit } from "./compiler-unit";
import { emitInstructions } from "./emit-instructions";
import { labelHandlers } from "./exception-handler";
import { optimizeFlowGraph } from "./flow-graph";
import { frameSlots } from "./frame-slots";
import { NO_LINE } from "./instruction";
import { inheritLines } from "./line-number";
import { normalizeJumps } from "./normalize-jumps";
import { Op } from "./opcode";
import { insertPrefix } from "./prefix";
import { maxStackDepth } from "./stack-depth";
import { trimConstants } from "./trim-constants";

/** `unit` is used up: its blocks have become the instructions. */
export function assemble(unit: CompilerUnit): Code {
  returnAtEnd(unit);
  const entry = insertPrefix(unit);
  optimizeFlowGraph(unit, entry);
  inheritLines(entry, unit.firstLine);
  const constants = trimConstants(entry, unit.constants.items);
  const maxStack = maxStackDepth(entry);
  labelHandlers(entry);
  normalizeJumps(entry);
  const { cellSlots, freeStart, slotCount } = frameSlots(unit);
  const freeSlots = unit.free.map((_, index) => freeStart + index);
  const emitted = emitInstructions(entry, [...cellSlots, ...freeSlots]);
  const inFunction = unit.scope.kind === "function";
  return {
    name: unit.name,
    qualname: unit.qualname,
    firstLine: unit.firstLine,
    flags: {
      varArgs: unit.arguments.varArgs,
      varKeywords: unit.arguments.varKeywords,
      generator: unit.scope.generator,
      optimized: inFunction,
      nested: inFunction && unit.scope.nested,
    },
    argCount: unit.arguments.positional,
    posOnlyArgCount: unit.arguments.positionalOnly,
    kwOnlyArgCount: unit.arguments.keywordOnly,
    localNames: unit.locals.items,
    cellNames: unit.cells,
    cellSlots,
    freeNames: unit.free,
    slotCount,
    names: unit.names.items,
    constants,
    ...emitted,
    maxStack,
    doc: unit.doc,
  };
}

/** What can fall off the end returns None. */
function returnAtEnd(unit: CompilerUnit): void {
  if (unit.block.instructions.at(-1)?.opcode === Op.RETURN_VALUE) return;
  unit.line = NO_LINE;
  unit.emitNone();
  unit.emit(Op.RETURN_VALUE);
}
