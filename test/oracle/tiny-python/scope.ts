/** Which names of a block are its locals, which are cells, and in which slots of a frame they lie. Mirrors `symtable.c`. */

/** One module, class body or function. */
export class Scope {
  /** Names that the block binds, parameters first, then in the order in which the text first binds them. */
  readonly bound: string[] = [];
  /** Bound names that an inner function uses, sorted. Known after {@link Scope.close}. */
  cells: readonly string[] = [];
  /** Names of an outer function that the block or what is in it uses, sorted. Known after {@link Scope.close}. */
  free: readonly string[] = [];
  /** How many of `bound` are parameters. */
  parameters = 0;
  private readonly used = new Set<string>();
  private readonly inner: Scope[] = [];
  private wanted = new Set<string>();

  constructor(
    readonly kind: "module" | "class" | "function",
    readonly outer: Scope | null = null,
    readonly name = "",
  ) {
    outer?.inner.push(this);
  }

  /** `__qualname__` of something that the block defines. */
  nameOf(name: string): string {
    if (this.kind === "module") return name;
    return this.kind === "class" ? `${this.name}.${name}` : `${this.name}.<locals>.${name}`;
  }

  bind(name: string): void {
    if (!this.bound.includes(name)) this.bound.push(name);
  }

  use(name: string): void {
    this.used.add(name);
  }

  /** The whole text is read: settle what every name is, the innermost blocks first. */
  close(): void {
    for (const scope of this.inner) scope.close();
    const fromInner = this.inner.flatMap((scope) => [...scope.wanted]);
    const isFunction = this.kind === "function";
    const own = isFunction ? this.bound : [];
    this.cells = own.filter((name) => fromInner.includes(name)).sort();
    this.wanted = new Set([...this.used, ...fromInner].filter((name) => !own.includes(name)));
    this.free = [...this.wanted].filter((name) => this.isBoundOutside(name)).sort();
  }

  private isBoundOutside(name: string): boolean {
    for (let scope = this.outer; scope !== null; scope = scope.outer) {
      if (scope.kind === "function" && scope.bound.includes(name)) return true;
    }
    return false;
  }
}
