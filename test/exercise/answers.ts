/** Answers to exercise 01 for these tests, made from its solution, each in a file of its own. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Exercise, readExercise } from "../../lib/dist/exercise/exercise";

export const ledger: Exercise = readExercise("01-ledger");
export const solution: string = readFileSync(join(ledger.dir, "solution.ts"), "utf8");

/** The temporary folder of this process, and of those that it starts, until it is removed after the tests. */
export class AnswerFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));

  constructor() {
    process.env.TMPDIR = this.path;
  }

  /** Also ends what a failed test left running. */
  remove(): void {
    for (const line of this.processes()) process.kill(Number.parseInt(line, 10), "SIGKILL");
    rmSync(this.path, { recursive: true, force: true });
  }

  /** The source of an answer that never ends, and leaves a file here when it has begun. */
  endless(): string {
    rmSync(join(this.path, "begun"), { force: true });
    const begun = `writeFileSync(${JSON.stringify(join(this.path, "begun"))}, "");`;
    return `${solutionWith("bind", `${begun} for (;;) {}`)}\nimport { writeFileSync } from "node:fs";\n`;
  }

  /** Wait until that answer has begun, up to half a minute. */
  async begun(): Promise<void> {
    for (let tries = 0; !existsSync(join(this.path, "begun")); tries++) {
      if (tries === 600) throw new Error("The answer that never ends did not begin.");
      await delay(50);
    }
    rmSync(join(this.path, "begun"));
  }

  /** The folders that answers run in and that are still there. */
  folders(): string[] {
    return readdirSync(this.path).filter((name) => name.startsWith("leakloop-answer-"));
  }

  /** Wait until so many of these folders are there, up to half a minute. */
  async holds(count: number): Promise<void> {
    for (let tries = 0; this.folders().length !== count; tries++) {
      if (tries === 600)
        throw new Error(`There are ${this.folders().length} folders for answers, not ${count}.`);
      await delay(50);
    }
  }

  /** The processes that have an answer of this folder in their command line. */
  processes(): string[] {
    const all = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8", maxBuffer: 1e8 }).split("\n");
    return all.filter((line) => line.includes(join(this.path, "leakloop-answer-")));
  }

  /** Wait up to ten seconds for those processes to end; which processes and folders are left? */
  async left(): Promise<string[]> {
    for (let tries = 0; tries < 100 && this.processes().length > 0; tries++) await delay(100);
    return [...this.processes(), ...this.folders()];
  }
}

/** The solution with `code` at the start of one of its functions. */
export function solutionWith(functionName: string, code: string): string {
  const changed = solution.replace(new RegExp(`(function ${functionName}\\(.*\\{\\n)`), `$1  ${code}\n`);
  if (changed === solution) throw new Error(`The solution has no function ${functionName}.`);
  return changed;
}
