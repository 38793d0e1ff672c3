/** The error of valid Python that this simulator does not run. */

/** Where the construct stands. */
export interface ConstructPlace {
  /** 1-based. */
  readonly line: number;
  /** 0-based, in characters, as in the AST; the message counts from 1. */
  readonly column: number;
}

/** A construct outside of the subset. Found before the program starts, so nothing has been printed. */
export class NotSupported extends Error implements ConstructPlace {
  override name = "NotSupported";
  /** What was found, as a noun: "match statement". */
  readonly construct: string;
  /** What to write in its place, as a command: "use if and elif". */
  readonly instead: string;
  readonly line: number;
  readonly column: number;

  constructor(construct: string, instead: string, place: ConstructPlace) {
    super(
      `${construct} at line ${place.line}, column ${place.column + 1} (this simulator runs a subset of Python; ${instead})`,
    );
    this.construct = construct;
    this.instead = instead;
    this.line = place.line;
    this.column = place.column;
  }
}
