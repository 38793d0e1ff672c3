/** The trashcan: up to 3.12, deaths nested too deep wait until the outermost has finished. Mirrors `_PyTrash_begin`, `_PyTrash_end`. */

/** Where the too deeply nested deaths wait. The last one put there dies first. */
export class Trashcan {
  /** `delete_nesting`: deaths under way, each inside the one before. */
  nesting = 0;
  /** `delete_later`. */
  private readonly later: number[] = [];

  /** @param depth - `_PyTrash_UNWIND_LEVEL`; Infinity where deaths nest as deep as they like. */
  constructor(private readonly depth: number) {}

  /** Is the next death too deep? */
  get full(): boolean {
    return this.nesting >= this.depth;
  }

  /** `_PyTrash_thread_deposit_object`: this one dies later. */
  deposit(o: number): void {
    this.later.push(o);
  }

  /** May those that wait die now? */
  get due(): boolean {
    return this.nesting === 0 && this.later.length > 0;
  }

  /** Take out the one that dies next; undefined when none waits. */
  next(): number | undefined {
    return this.later.pop();
  }
}
