/** Watching a program line by line and instruction by instruction. Mirrors `sys.settrace`, `maybe_call_line_trace`. */

import { Op, WORDS_PER_INSTRUCTION } from "../compile/opcode";
import type { Frame } from "./frame";

/** Told what is about to happen. It must not run Python code. */
export interface Watcher {
  /** Execution comes to a line of a frame, before the line's first instruction. */
  comeTo?(frame: Frame, line: number): void;
  /** A loop of a frame goes round, to the instruction that stands on `line`. */
  goRound?(frame: Frame, line: number): void;
  /** An instruction of a frame, before it is executed: `frame.pc`, operands up to `frame.top`. */
  step?(frame: Frame): void;
}

/** Finds out which instructions begin a line. */
export class LineWatch {
  constructor(private readonly watcher: Watcher) {}

  /** Called by the loop before each instruction, with `frame.pc` and `frame.top` up to date. */
  before(frame: Frame): void {
    const { code, instructions } = frame.code;
    this.watcher.step?.(frame);
    const op = instructions[frame.pc]!;
    if (op === Op.JUMP_BACKWARD) return this.goRound(frame, code.lines);
    const line = code.lines[frame.pc / WORDS_PER_INSTRUCTION]!;
    // What comes before the first line of a call belongs to the `def`.
    if (line === frame.line || op === Op.RESUME || op === Op.MAKE_CELL || op === Op.COPY_FREE_VARS) return;
    frame.line = line;
    this.watcher.comeTo?.(frame, line);
  }

  private goRound(frame: Frame, lines: Int32Array): void {
    const target = frame.code.instructions[frame.pc + 1]! / WORDS_PER_INSTRUCTION;
    this.watcher.goRound?.(frame, lines[target]!);
    // The line at which the loop begins is come to again, also when it is the same one.
    frame.line = 0;
  }
}
