/** A client of the real tslab kernel: starts it, runs code in it, interrupts it, ends it. Needs no Python. */

import { setTimeout as delay } from "node:timers/promises";
import { type ConnectionInfo, KernelConnection, newConnectionInfo } from "./kernel-connection";
import type { KernelMessage } from "./kernel-message";
import { KernelProcess, stockLauncher } from "./kernel-process";

/** How to start a kernel. */
export interface KernelOptions {
  /** The kernel's working directory; for a notebook, the folder it is in. */
  readonly cwd: string;
  /** The script to start in place of tslab's own. */
  readonly launcher?: string;
  /** How long the kernel may take until it answers, in ms; 30 000 unless told. */
  readonly startTimeoutMs?: number;
  /** Where the ports come from; free ones unless told. */
  readonly connectionInfo?: () => Promise<ConnectionInfo>;
}

/** How a cell ended. Only after `ok`, `error` and `aborted` does the kernel take another. */
export type ExecuteStatus = "ok" | "error" | "aborted" | "timed-out" | "died";

/** Something the kernel published while or after a cell ran. */
export interface PublishedMessage {
  /** `stream`, `display_data`, `update_display_data`, `error`, ... */
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Did it arrive after the cell had ended? */
  readonly late: boolean;
}

/** One cell, run. */
export interface ExecuteResult {
  readonly status: ExecuteStatus;
  /** In order of arrival. Grows after the result was returned when a timer or an unawaited promise prints. */
  readonly messages: readonly PublishedMessage[];
}

/** tslab aborts every request for 200 ms after an error; 250 leaves room. Source: `execQueue.reset(200)` in its jupyter.js. */
const abortWindowMs = 250;
const shutdownGraceMs = 3000;
/** While a kernel starts, which takes seconds: how long to wait for an answer before asking again. */
const askAgainMs = 500;
const portsTaken = /Address already in use|EADDRINUSE/i;

/** A running kernel and the connection to it. */
export class KernelClient {
  readonly #process: KernelProcess;
  readonly #connection: KernelConnection;
  readonly #replies: Map<string, (message: KernelMessage) => void> = new Map();
  readonly #listeners: Map<string, (message: KernelMessage) => void> = new Map();

  private constructor(options: KernelOptions, info: ConnectionInfo) {
    const { cwd, launcher = stockLauncher } = options;
    this.#process = new KernelProcess({ launcher, cwd }, info);
    this.#connection = new KernelConnection(
      info,
      (message) => this.#replies.get(message.parent.msg_id ?? "")?.(message),
      (message) => this.#listeners.get(message.parent.msg_id ?? "")?.(message),
    );
  }

  /**
   * Start a kernel and wait until it answers and its output can be heard.
   *
   * One that finds a port taken, or stays silent for the whole time, is replaced by a second one.
   *
   * @throws {Error} When the kernel ends at once, or the second does not answer either.
   */
  static async start(options: KernelOptions): Promise<KernelClient> {
    for (let attempt = 1; ; attempt++) {
      const info = await (options.connectionInfo ?? newConnectionInfo)();
      const client = new KernelClient(options, info);
      const problem = await client.#ready(Date.now() + (options.startTimeoutMs ?? 30_000));
      if (problem === undefined) return client;
      const ended = client.#process.exited && !portsTaken.test(client.#process.stderr);
      await client.kill();
      if (ended || attempt === 2)
        throw new Error(
          `The kernel did not start: ${problem}\n${client.#process.stderr.slice(-2000)}`.trim(),
        );
    }
  }

  /**
   * Run one cell.
   *
   * After `timed-out` the code still runs: {@link interrupt} it, or {@link kill} the kernel.
   *
   * @param code - TypeScript, as in a notebook's cell.
   */
  async execute(code: string, options: { readonly timeoutMs: number }): Promise<ExecuteResult> {
    if (this.#process.exited) return { status: "died", messages: [] };
    const messages: PublishedMessage[] = [];
    let ended = false;
    const content = { code, silent: false, store_history: true, allow_stdin: false, stop_on_error: true };
    const request = this.#request("shell", "execute_request", content, ({ header, content }) => {
      if (header.msg_type !== "status") messages.push({ type: header.msg_type, content, late: ended });
    });
    const outcome = await first(request.done, this.#process.exit, options.timeoutMs);
    ended = true;
    if (outcome === undefined) return { status: this.#process.exited ? "died" : "timed-out", messages };
    const status = executeStatus(outcome);
    if (status !== "ok") await delay(abortWindowMs);
    return { status, messages };
  }

  /** Interrupt the running cell, as Jupyter does. The stock kernel cannot interrupt a loop that follows an `await`. */
  interrupt(): void {
    this.#process.interrupt();
  }

  /** End the kernel: ask first, kill after 3 s. After this, none of its processes is left. */
  async shutdown(): Promise<void> {
    if (!this.#process.exited) this.#request("control", "shutdown_request", { restart: false });
    await first(this.#process.exit, this.#process.exit, shutdownGraceMs);
    await this.kill();
  }

  /** End the kernel without asking. After this, none of its processes is left. */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.#process.exit;
    this.#connection.close();
  }

  /** Ask until the answer is also heard on iopub, which loses what is published before it is connected. */
  async #ready(deadlineMs: number): Promise<string | undefined> {
    let heard = false;
    while (!heard) {
      const request = this.#request("shell", "kernel_info_request", {}, () => {
        heard = true;
      });
      const reply = await first(request.reply, this.#process.exit, askAgainMs);
      if (portsTaken.test(this.#process.stderr)) return "one of its ports is in use.";
      if (this.#process.exited) return "it ended at once.";
      if (Date.now() >= deadlineMs) return "it gave no answer in time.";
      if (reply !== undefined) await delay(20);
    }
    this.#process.forgetConnectionFile();
    return undefined;
  }

  /** Send a request; `reply` settles with its answer, `done` when also all that it published has arrived. */
  #request(
    channel: "shell" | "control",
    msgType: string,
    content: object,
    listen: (message: KernelMessage) => void = () => {},
  ): { readonly reply: Promise<KernelMessage>; readonly done: Promise<KernelMessage> } {
    const id = this.#connection.send(channel, msgType, content);
    const reply = new Promise<KernelMessage>((arrived) => this.#replies.set(id, arrived));
    const idle = new Promise<void>((arrived) => {
      this.#listeners.set(id, (message) => {
        listen(message);
        if (message.content.execution_state === "idle") arrived();
      });
    });
    return { reply, done: idle.then(() => reply) };
  }
}

/** The protocol says "aborted"; tslab says "abort". */
function executeStatus(reply: KernelMessage): ExecuteStatus {
  const { status } = reply.content;
  return status === "ok" || status === "error" ? status : "aborted";
}

/** The value of `wanted`, or nothing when the process ends or `timeoutMs` have passed before. */
async function first<T>(wanted: Promise<T>, exit: Promise<void>, timeoutMs: number): Promise<T | undefined> {
  const timer = new AbortController();
  const timeout = delay(timeoutMs, undefined, { signal: timer.signal }).catch(() => undefined);
  const value = await Promise.race([wanted, exit.then(() => undefined), timeout]);
  timer.abort();
  return value;
}
