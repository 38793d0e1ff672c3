/** Code objects before they are on a heap: what the compiler makes of a module, function, class body or comprehension. */

/** A constant. Equal constants of one module are one object: `key` says which are equal. */
export type ConstantValue =
  | { readonly kind: "None" | "Ellipsis" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "tuple" | "frozenset"; readonly items: readonly ConstantValue[] }
  | { readonly kind: "code"; readonly code: Code };

/** Where the loop goes on when an instruction from `start` up to before `end` raises (`co_exceptiontable`). Innermost first. */
export interface ExceptionEntry {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Operands that stay on the stack. */
  readonly depth: number;
  /** Push where it happened (`lasti`), below the exception. */
  readonly pushLasti: boolean;
}

/** `co_flags`, by name. */
export interface CodeFlags {
  readonly varArgs: boolean;
  readonly varKeywords: boolean;
  readonly generator: boolean;
  /** A function's own local variables are slots of the frame (`CO_OPTIMIZED`). */
  readonly optimized: boolean;
  /** Defined inside a function (`CO_NESTED`). */
  readonly nested: boolean;
}

/** One code object. Immutable after the compiler has made it, but for the cache words of `instructions`. */
export interface Code {
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly flags: CodeFlags;
  /** Positional arguments, positional-only ones included; keyword-only ones. Without `*args` and `**kw`. */
  readonly argCount: number;
  readonly posOnlyArgCount: number;
  readonly kwOnlyArgCount: number;
  /** `co_varnames`: parameters (positional, keyword-only, `*args`, `**kw`), then other locals, in order of appearance. */
  readonly localNames: readonly string[];
  /** `co_cellvars`, sorted. One that is a parameter shares its slot from 3.11 on (`cellSlots`). */
  readonly cellNames: readonly string[];
  /** The slot of each cell. */
  readonly cellSlots: readonly number[];
  /** `co_freevars`, sorted; their slots follow all others. */
  readonly freeNames: readonly string[];
  /** Slots of a frame: locals, cells that are no parameters, free variables. */
  readonly slotCount: number;
  readonly names: readonly string[];
  readonly constants: readonly ConstantValue[];
  /** See opcode.ts. */
  readonly instructions: Int32Array;
  /** The source line of each instruction, one entry per instruction. */
  readonly lines: Int32Array;
  readonly exceptionTable: readonly ExceptionEntry[];
  /** The most operands that can be on the stack. */
  readonly maxStack: number;
  /** The documentation string; null without one. */
  readonly doc: string | null;
}
