/** A running kernel as a process group: started under its guard, interrupted, killed as a whole. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killGroup } from "../kill-group";
import type { ConnectionInfo } from "./kernel-connection";

/** What to start. */
export interface KernelProgram {
  /** The script that takes `kernel --config-path FILE`, as tslab's own does. */
  readonly launcher: string;
  /** The kernel's working directory: what `../lib` in a cell is relative to. */
  readonly cwd: string;
}

/** tslab's own command, as an installed tslab has it. */
export const stockLauncher: string = require.resolve("tslab/bin/tslab");

/** Variables of the test runner that started us; a program started in a cell must not see them. */
const foreignVariable = /^(VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$)/;

/** One kernel process with its guard. */
export class KernelProcess {
  readonly #guard: ChildProcess;
  readonly #dir: string;
  #stderr = "";
  #exited = false;
  /** Settles when the kernel and its guard have ended, for whatever reason. */
  readonly exit: Promise<void>;

  /** Start `program` on the ports of `info`. */
  constructor(program: KernelProgram, info: ConnectionInfo) {
    this.#dir = mkdtempSync(join(tmpdir(), "leakloop-kernel-"));
    const connectionFile = join(this.#dir, "connection.json");
    writeFileSync(connectionFile, JSON.stringify(info), { mode: 0o600 });
    const kernel = [process.execPath, program.launcher, "kernel", "--config-path", connectionFile];
    this.#guard = spawn(process.execPath, [join(__dirname, "kernel-guard.js"), ...kernel], {
      cwd: program.cwd,
      detached: true,
      env: kernelEnvironment(),
      stdio: ["pipe", "ignore", "pipe"],
    });
    this.#guard.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr += chunk;
    });
    this.exit = new Promise((exited) => {
      for (const event of ["exit", "error"])
        this.#guard.on(event, () => {
          this.#exited = true;
          this.forgetConnectionFile();
          exited();
        });
    });
  }

  /** What the process wrote to its own standard error; what cells print goes another way. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Have the kernel and its guard ended? */
  get exited(): boolean {
    return this.#exited;
  }

  /** Remove the file with the key. After this, nothing of the kernel is on disk. */
  forgetConnectionFile(): void {
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** Send what Jupyter's Interrupt button sends: SIGINT to the process group. Does nothing on Windows. */
  interrupt(): void {
    if (this.#guard.pid === undefined || this.#exited || process.platform === "win32") return;
    process.kill(-this.#guard.pid, "SIGINT");
  }

  /** End the kernel and everything it started in its group, at once. */
  kill(): void {
    if (this.#guard.pid !== undefined && !this.#exited) killGroup(this.#guard.pid);
  }
}

function kernelEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreignVariable.test(name)));
}
