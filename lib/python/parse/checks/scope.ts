/** The names of one scope. Mirrors `PySTEntryObject` in Include/internal/pycore_symtable.h. */

/** What a scope has done with a name. */
export enum Use {
  /** `USE`: its value was asked for. */
  Read = 1,
  /** `DEF_LOCAL`: it was bound or deleted. */
  Bound = 2,
  /** `DEF_PARAM`. */
  Parameter = 4,
  /** `DEF_ANNOT`. */
  Annotated = 8,
  /** `DEF_GLOBAL`. */
  Global = 16,
  /** `DEF_NONLOCAL`. */
  Nonlocal = 32,
  /** `DEF_COMP_ITER`: a variable of a comprehension. */
  Iteration = 64,
}

/** The comprehension that a scope belongs to, as CPython calls it in errors. */
export type ComprehensionName =
  | "list comprehension"
  | "set comprehension"
  | "dict comprehension"
  | "generator expression";

/** One module, class, function or comprehension. */
export class Scope {
  readonly kind: "module" | "class" | "function";
  readonly parent: Scope | null;
  /** Null for all but comprehensions, which are functions. */
  readonly comprehension: ComprehensionName | null;
  /** Reading the targets of the comprehension itself. */
  inTarget = false;
  readonly #uses: Map<string, number> = new Map();

  constructor(kind: Scope["kind"], parent: Scope | null, comprehension: ComprehensionName | null = null) {
    this.kind = kind;
    this.parent = parent;
    this.comprehension = comprehension;
  }

  /** Everything that was done with `name` so far. */
  uses(name: string): number {
    return this.#uses.get(name) ?? 0;
  }

  add(name: string, use: Use): void {
    this.#uses.set(name, this.uses(name) | use);
  }

  /** Is `name` a variable of a function around this one, so that `nonlocal` finds it? */
  findsOutside(name: string): boolean {
    for (let scope = this.parent; scope !== null && scope.kind !== "module"; scope = scope.parent) {
      const uses = scope.kind === "class" ? 0 : scope.uses(name);
      if (uses & Use.Global) return false;
      if (uses & Use.Nonlocal) continue;
      if (uses & (Use.Bound | Use.Parameter)) return true;
    }
    return false;
  }
}
