/** A list in which equal entries are one (`dict_add_o` of Python/compile.c). */

export class UniqueList<T> {
  readonly items: T[] = [];
  readonly #indices: Map<unknown, number> = new Map();
  readonly #keyOf: (item: T) => unknown;

  /** @param keyOf - Entries with the same key are equal. */
  constructor(keyOf: (item: T) => unknown) {
    this.#keyOf = keyOf;
  }

  /** The index of `item`, which is added behind the others when it is new. */
  indexOf(item: T): number {
    const key = this.#keyOf(item);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.items.push(item);
    this.#indices.set(key, this.items.length - 1);
    return this.items.length - 1;
  }

  has(item: T): boolean {
    return this.#indices.has(this.#keyOf(item));
  }
}
