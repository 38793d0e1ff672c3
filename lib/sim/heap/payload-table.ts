/** What atoms stand for, by object: a table beside the memory, because most programs read it more often than anything else. */

/** The value of an atom. An int beyond 2^53 is a bigint. */
export type Payload = number | bigint | string | Uint8Array;

/** Words of a record at least: no two objects share a place. */
const WORDS_PER_PLACE_BITS = 3;

/** A map from objects to values. An array, not a `Map`: a loop makes and frees an int in each round. */
export class PayloadTable {
  private readonly values: (Payload | undefined)[] = [];

  /** The value of an object; undefined when it has none. */
  get(o: number): Payload | undefined {
    return this.values[o >> WORDS_PER_PLACE_BITS];
  }

  /** Give an object its value. */
  set(o: number, value: Payload): void {
    const { values } = this;
    const place = o >> WORDS_PER_PLACE_BITS;
    // Without holes the engine keeps it an array.
    while (values.length < place) values.push(undefined);
    values[place] = value;
  }

  /** The object is dead, or has no value any more. */
  delete(o: number): void {
    const place = o >> WORDS_PER_PLACE_BITS;
    if (place < this.values.length) this.values[place] = undefined;
  }
}
