/** The error of Python source that no CPython would accept. */

/** The three classes of CPython that a parser raises; the last two are subclasses of the first. */
export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** Where an error is and in which source. */
export interface ErrorPlace {
  /** As given to `parse`; "<string>" when the source has no file. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based, in characters, as in the AST. CPython's `offset` is one more. */
  readonly column: number;
  /** The line of the source, without its end. */
  readonly text: string;
}

/**
 * Invalid source. `message` is the text that CPython 3.11 gives, where it has one for this mistake; otherwise
 * "invalid syntax".
 */
export class PythonSyntaxError extends Error implements ErrorPlace {
  override name = "PythonSyntaxError";
  /** Which of CPython's classes it stands for. */
  readonly type: SyntaxErrorType;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;

  constructor(type: SyntaxErrorType, message: string, place: ErrorPlace) {
    super(message);
    this.type = type;
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
    this.text = place.text;
  }
}
