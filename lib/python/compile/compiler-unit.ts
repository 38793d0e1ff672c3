/** A code object in the making. Mirrors `struct compiler_unit` of Python/compile.c. */

import type { Position } from "../parse/ast";
import type { Code, ConstantValue } from "./code";
import type { CompileRules } from "./compile-rules";
import { constantKey, none, type SharedConstants } from "./constant";
import type { FrameBlock } from "./frame-block";
import { type Block, createBlock, exitsScope, isJump, NO_LINE, type Opcode, Pseudo } from "./instruction";
import { mangle } from "./mangle";
import { Op } from "./opcode";
import type { Scope } from "./scope";
import type { ScopeNode, SymbolTable } from "./symbol-table";
import { UniqueList } from "./unique-list";

export type UnitKind = "module" | "class" | "function" | "lambda" | "comprehension";

/** What all code objects of a module have in common. */
export interface ModuleContext {
  readonly rules: CompileRules;
  readonly scopes: SymbolTable;
  readonly moduleScope: Scope;
  readonly constants: SharedConstants;
  /** What has been compiled already: a final body is compiled several times, the functions in it once. */
  readonly codes: Map<ScopeNode, Code>;
}

/** How many arguments a code object takes, by kind. */
export interface ArgumentCounts {
  readonly positionalOnly: number;
  /** Positional-only ones included. */
  readonly positional: number;
  readonly keywordOnly: number;
  readonly varArgs: boolean;
  readonly varKeywords: boolean;
}

const noArguments: ArgumentCounts = {
  positionalOnly: 0,
  positional: 0,
  keywordOnly: 0,
  varArgs: false,
  varKeywords: false,
};

/** Instructions are added to the block that was begun last. */
export class CompilerUnit {
  /** The line that instructions get; {@link NO_LINE} marks artificial ones. */
  line: number;
  /** `co_varnames`: parameters, then names as instructions for them are added. */
  readonly locals: UniqueList<string> = new UniqueList((name: string) => name);
  readonly names: UniqueList<string> = new UniqueList((name: string) => name);
  readonly constants: UniqueList<ConstantValue> = new UniqueList(constantKey);
  readonly cells: readonly string[];
  readonly free: readonly string[];
  /** Loops and handlers around, the innermost last. */
  readonly frameBlocks: FrameBlock[] = [];
  /** Comprehensions that run in this frame around the reader, the innermost last. */
  readonly inlined: Scope[] = [];
  arguments: ArgumentCounts = noArguments;
  doc: string | null = null;
  #blockCount = 0;
  readonly entry: Block = this.newBlock();
  #block: Block = this.entry;

  /** @param className - The innermost class around: private names are its. */
  constructor(
    readonly kind: UnitKind,
    readonly context: ModuleContext,
    readonly scope: Scope,
    readonly name: string,
    readonly qualname: string,
    readonly className: string | null,
    readonly firstLine: number,
  ) {
    this.line = firstLine;
    for (const parameter of scope.parameters) this.locals.indexOf(parameter);
    this.cells = scope.cellNames();
    this.free = scope.freeNames();
  }

  get rules(): CompileRules {
    return this.context.rules;
  }

  /** The block that instructions are added to. */
  get block(): Block {
    return this.#block;
  }

  /** A block that instructions can be added to when it is used. */
  newBlock(): Block {
    return createBlock(this.#blockCount++);
  }

  /** Begin `block` behind the current one (`compiler_use_next_block`). */
  useNextBlock(block: Block): void {
    this.#block.next = block;
    this.#block = block;
  }

  emit(opcode: Opcode, arg = 0): void {
    this.#add(opcode, arg, null, this.line);
  }

  /** The same as {@link emit} for an instruction that no line of the source is responsible for. */
  emitArtificial(opcode: Opcode, arg = 0): void {
    this.#add(opcode, arg, null, NO_LINE);
  }

  /** Jump to `target`, or make it the handler from here on. */
  emitJump(opcode: Opcode, target: Block): void {
    this.#add(opcode, 0, target, this.line);
  }

  emitArtificialJump(target: Block): void {
    this.#add(Pseudo.JUMP, 0, target, NO_LINE);
  }

  emitConstant(constant: ConstantValue): void {
    this.emit(Op.LOAD_CONST, this.addConstant(constant));
  }

  emitNone(): void {
    this.emitConstant(none);
  }

  /** @param name - An attribute, a module or a variable of a namespace; mangled when it is private. */
  emitName(opcode: Op, name: string): void {
    this.emit(opcode, this.names.indexOf(this.mangle(name)));
  }

  /** @returns Its index in `co_consts`. */
  addConstant(constant: ConstantValue): number {
    return this.constants.indexOf(this.context.constants.share(constant));
  }

  mangle(name: string): string {
    return mangle(this.className, name);
  }

  /** From here on instructions belong to the line of `place`. */
  locate(place: Position): void {
    this.line = place.line;
  }

  /** Do `body`, with instructions of the line of `place`. */
  at(place: Position, body: () => void): void {
    const line = this.line;
    this.line = place.line;
    body();
    this.line = line;
  }

  #add(opcode: Opcode, arg: number, target: Block | null, line: number): void {
    const last = this.#block.instructions.at(-1);
    // Only the last instruction of a block jumps. Nobody can get to what follows a return.
    if (last !== undefined && (isJump(last.opcode) || exitsScope(last.opcode)))
      this.useNextBlock(this.newBlock());
    this.#block.instructions.push({ opcode, arg, line, target, handler: null });
  }
}
