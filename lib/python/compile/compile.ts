/** A Python program to code objects in CPython 3.11's bytecode. Read this file to follow a compilation. */

import type { Module } from "../parse/ast";
import { assemble } from "./assemble";
import { compileBody } from "./body";
import type { Code } from "./code";
import type { CompileRules } from "./compile-rules";
import { CompilerUnit } from "./compiler-unit";
import { SharedConstants } from "./constant";
import { NO_LINE } from "./instruction";
import { Op } from "./opcode";
import { buildSymbolTable } from "./symbol-table";

/**
 * Compile a program (`compiler_mod`).
 *
 * Which objects are on the stack, in which order they are released and which slots a frame has is as in CPython 3.11,
 * but for what `rules` say. One instruction stands for several of CPython's in a few places: see opcode.ts.
 *
 * @param module - A tree that `parse` has made, so that no error is left in it.
 * @returns The code of the module; those of its functions, classes and comprehensions are constants. Equal constants
 *   are one {@link ConstantValue} in all of them.
 * @throws {NotSupported} For an imaginary number, and for the operator `@`.
 */
export function compileModule(module: Module, rules: CompileRules): Code {
  const scopes = buildSymbolTable(module, rules.inlinesComprehensions);
  const moduleScope = scopes.get(module)!;
  const context = { rules, scopes, moduleScope, constants: new SharedConstants(), codes: new Map() };
  const unit = new CompilerUnit("module", context, moduleScope, "<module>", "<module>", null, 0);
  unit.emit(Op.RESUME);
  unit.line = NO_LINE;
  compileBody(unit, module.body);
  return assemble(unit);
}
