/** Blocks of a program that have names of their own. Mirrors `PySTEntryObject` of Python/symtable.c. */

/** What happens to a name in a scope. */
export const enum Use {
  GLOBAL = 1,
  /** Assigned, or bound in another way. */
  LOCAL = 2,
  PARAMETER = 4,
  NONLOCAL = 8,
  READ = 16,
  /** A class body binds the name, and a method sees that of an outer function. */
  FREE_IN_CLASS = 32,
  /** Bound by an import. */
  IMPORT = 64,
}

/** A name with one of these belongs to the scope itself. */
export const BOUND: number = Use.LOCAL | Use.PARAMETER | Use.IMPORT;

/** Where a name is found (`SCOPE_MASK`). */
export type Access = "local" | "cell" | "free" | "global explicit" | "global implicit";

/** A name in a scope. */
export interface NameUse {
  /** Of {@link Use}, added up. */
  flags: number;
  /** Null until {@link resolveScopes} has decided it. */
  access: Access | null;
}

export type ComprehensionKind = "list" | "set" | "dict" | "generator";

/** A module, class body, function, lambda or comprehension. */
export class Scope {
  /** In order of appearance, mangled. */
  readonly names: Map<string, NameUse> = new Map();
  readonly children: Scope[] = [];
  /** `co_varnames` of the parameters, mangled. */
  readonly parameters: string[] = [];
  /** Inside of a function. */
  readonly nested: boolean;
  comprehension: ComprehensionKind | null = null;
  /** It yields. */
  generator = false;
  /** A method needs the cell `__class__`. Class bodies only. */
  needsClassCell = false;
  /** The comprehension runs in the frame around it. */
  inlined = false;
  /** Names that are cells in comprehensions inlined here. */
  readonly inlinedCells: Set<string> = new Set();

  constructor(
    readonly kind: "module" | "class" | "function",
    readonly name: string,
    readonly parent: Scope | null,
  ) {
    this.nested = parent !== null && (parent.nested || parent.kind === "function");
    parent?.children.push(this);
  }

  /** The flags of a name, 0 when it does not appear. */
  flagsOf(name: string): number {
    return this.names.get(name)?.flags ?? 0;
  }

  addFlags(name: string, flags: number): void {
    const use = this.names.get(name);
    if (use === undefined) this.names.set(name, { flags, access: null });
    else use.flags |= flags;
  }

  /** `co_cellvars` (`dictbytype`). */
  cellNames(): string[] {
    const own = [...this.names].filter(([, use]) => use.access === "cell").map(([name]) => name);
    const classCell = this.needsClassCell ? ["__class__"] : [];
    return [...new Set([...own, ...classCell, ...this.inlinedCells])].sort(compareCodePoints);
  }

  /** `co_freevars` */
  freeNames(): string[] {
    const free = [...this.names].filter(
      ([, use]) => use.access === "free" || (use.flags & Use.FREE_IN_CLASS) !== 0,
    );
    return free.map(([name]) => name).sort(compareCodePoints);
  }
}

/** The order of Python's str. JavaScript's own differs beyond U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
