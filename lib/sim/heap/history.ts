/** What a program has done on a heap, told when it uses an object that is dead. */

/** One operation of the program. */
export interface Operation {
  /** Counted from 1. */
  readonly number: number;
  /** What the face calls it, for example "decref". */
  readonly name: string;
}

/** The program's operations, numbered, and in which of them objects with handles died. */
export class History {
  /** The operation that runs now, or ran last. */
  operation: Operation = { number: 0, name: "" };
  private readonly deaths = new Map<number, Operation>();

  /** An operation begins. */
  begin(name: string): void {
    this.operation = { number: this.operation.number + 1, name };
  }

  /** An object that has a handle dies. */
  loses(id: number): void {
    this.deaths.set(id, this.operation);
  }

  /** For example "in your hands since operation 1, list; dead since operation 4, decref". */
  tell(since: Operation, id: number, diedLast: boolean): string {
    const death = this.deaths.get(id);
    const end =
      diedLast && death !== undefined ? `; dead since operation ${death.number}, ${death.name}` : "";
    return `in your hands since operation ${since.number}, ${since.name}${end}`;
  }
}
