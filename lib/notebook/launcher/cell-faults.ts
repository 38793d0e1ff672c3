/** What went wrong in the cell that runs now, in the words of Jupyter's `error` message. */

import { inspect, types } from "node:util";
import type { CellLog } from "./cell-log";
import { messageOf, sourceLine, traceback } from "./traceback";

/** The content of an `error` message. */
export interface Fault {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** The arguments with which tslab prints a compiler message. Source: `printDiagnostics` in its executor.js. */
type DiagnosticParts = readonly [format: string, file: string, line: number, column: number, message: string];

const diagnosticFormat = "%s%d:%d - %s";
const interrupted = /^(?:Script execution was interrupted by `?SIGINT`?|Interrupted asynchronously)$/;

/** The kernel's compiler takes `await (` at the top of a cell for a call of a function `await`. */
const awaitHint = "In a cell, give the promise a name and await that: const work = ...; await work;";

/** Collects the faults of one cell at a time: one thing thrown, or any number of compiler messages. */
export class CellFaults {
  readonly #log: CellLog;
  #faults: Fault[] = [];

  constructor(log: CellLog) {
    this.#log = log;
  }

  /** Note what tslab would have printed on the console. */
  add(said: readonly unknown[]): void {
    const compiler = said[0] === diagnosticFormat;
    this.#faults.push(
      compiler ? this.#diagnostic(said as unknown as DiagnosticParts) : thrownFault(said[0], this.#log),
    );
  }

  /** All faults since the last call, as one. */
  take(): Fault | undefined {
    const [first, ...rest] = this.#faults;
    this.#faults = [];
    if (first === undefined) return undefined;
    return { ...first, traceback: [first, ...rest].flatMap((fault) => fault.traceback) };
  }

  #diagnostic([, file, line, column, message]: DiagnosticParts): Fault {
    // A file name is only given for an imported source; its path would differ from machine to machine.
    const at = file === "" ? this.#log.inSource(this.#log.current, line, column - 1) : undefined;
    const where = at === undefined ? [`  ${file.trim()}, line ${line}`] : sourceLine(at, this.#log.current);
    const ename = "TypeScript";
    return { ename, evalue: message, traceback: [`${ename}: ${message}`, ...where] };
  }
}

/** Describe something that was thrown, an `Error` or not. */
export function thrownFault(thrown: unknown, log: CellLog): Fault {
  if (!isError(thrown)) {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
  if (interrupted.test(thrown.message)) {
    const evalue = "this cell was stopped. What earlier cells defined is kept.";
    return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  const { name: ename } = thrown;
  const evalue = messageOf(thrown);
  const hint = evalue === "await is not defined" ? [awaitHint] : [];
  return { ename, evalue, traceback: [...traceback(thrown, log), ...hint] };
}

function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || types.isNativeError(thrown);
}
