/** A real CPython that runs generated programs, a batch at a time. */

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { BadInputError } from "../bad-input";
import type { PythonFound } from "../cpython/probe-python";
import { dataPath } from "../data-path";
import { type Program, thaws } from "./program";
import { driverText } from "./python-text";

/** What the process showed of one program. */
export interface Observed {
  /** How many objects its collector knew before the program. */
  readonly objectsBefore: number;
  /** One string for the start and one for each step. */
  readonly told: readonly string[];
}

/** One process, which stays for many batches. */
export class RealPython {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  private errors = "";

  /** Start the interpreter, isolated, with `driver.py`. */
  constructor(private readonly python: PythonFound) {
    this.child = spawn(python.path, ["-I", "-S", dataPath("fuzz/driver.py")], {
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    // A write to a process that has just ended; its end is told by the answers.
    this.child.stdin?.on("error", () => {});
    if (this.child.stdout === null) throw new Error("no standard output");
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /**
   * Run programs, one after the other, each in a clean state.
   *
   * @throws {BadInputError} When the process ends: it crashed, or it is not one that the driver understands.
   */
  async run(programs: readonly Program[]): Promise<readonly Observed[]> {
    const batch = {
      programs: programs.map(driverText),
      unfrozen: programs.map(thaws),
    };
    this.child.stdin?.write(`${JSON.stringify(batch)}\n`);
    const { value, done } = await this.answers.next();
    if (done === true) throw new BadInputError(await this.obituary());
    const answers = JSON.parse(value) as [objectsBefore: number, told: string[]][];
    return answers.map(([objectsBefore, told]) => ({ objectsBefore, told }));
  }

  /** End the process. */
  close(): void {
    this.child.stdin?.end();
    this.child.kill();
  }

  private async obituary(): Promise<string> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await new Promise((resolve) => this.child.once("close", resolve));
    const said = this.errors.trim().split("\n").at(-1) ?? "";
    const how = this.child.signalCode ?? `exit code ${this.child.exitCode}`;
    return `CPython ${this.python.version} (${this.python.path}) ended in the middle of the programs (${how}): ${said}`;
  }
}
