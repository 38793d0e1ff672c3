/** Standard output of a program that runs without a pause: collected, and written at once when there is enough of it. */

import { writeSync } from "node:fs";

const BUFFER_CHARACTERS = 1 << 16;

/** What `process.stdout` would keep in memory until the program pauses is written here as it comes. */
export class OutputStream {
  private buffered = "";
  /** Nobody reads any more (`head` has seen enough). */
  private closed = false;

  /** @param descriptor - 1 for standard output. */
  constructor(private readonly descriptor: number) {}

  /** Write, now or later. */
  write(text: string): void {
    this.buffered += text;
    if (this.buffered.length >= BUFFER_CHARACTERS) this.flush();
  }

  /** Write everything now. */
  flush(): void {
    let bytes = Buffer.from(this.buffered);
    this.buffered = "";
    while (bytes.length > 0 && !this.closed) bytes = bytes.subarray(this.writeSome(bytes));
  }

  /** @returns the number of bytes that the reader took. */
  private writeSome(bytes: Buffer): number {
    try {
      return writeSync(this.descriptor, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that is full: its reader is slower than the program.
      if (code === "EAGAIN") return 0;
      if (code === "EPIPE") this.closed = true;
      else throw error;
      return 0;
    }
  }
}
