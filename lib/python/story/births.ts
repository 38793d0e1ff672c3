/** Who was born on which line: kept up to date from the events of the heap. */

import type { HeapEvent } from "../../sim/event";

/** Where an object comes from. */
export interface Birth {
  readonly line: number;
  readonly type: string;
  readonly sizeBytes: number;
}

/** What one line has done so far. */
export interface LineCounts {
  executed: number;
  born: number;
  died: number;
}

/** The living objects of a program, and the counts of its lines. */
export class Births {
  readonly alive: Map<number, Birth> = new Map();
  readonly lines: Map<number, LineCounts> = new Map();

  /** Take one event of the heap. @param line - The line that is being executed; 0 = none. */
  take(event: HeapEvent, line: number): void {
    if (event.kind === "create") {
      this.alive.set(event.id, { line, type: event.type, sizeBytes: event.sizeBytes });
      this.at(line).born++;
    } else if (event.kind === "dealloc") {
      const birth = this.alive.get(event.id);
      if (birth === undefined) return;
      this.alive.delete(event.id);
      this.at(birth.line).died++;
    }
  }

  /** Execution has come to a line. */
  comeTo(line: number): void {
    this.at(line).executed++;
  }

  private at(line: number): LineCounts {
    let counts = this.lines.get(line);
    if (counts === undefined) {
      counts = { executed: 0, born: 0, died: 0 };
      this.lines.set(line, counts);
    }
    return counts;
  }
}
