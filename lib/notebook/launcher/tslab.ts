/** The parts of tslab 1.0.22 that the launcher replaces or calls. Everything known about its inside is in this file. */

import { createRequire } from "node:module";

/** Where a cell's outcome is written: `error` gets what was thrown, or a format and the parts of a compiler message. */
export interface CellConsole {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

/** What the compiler made of a cell; no `output` when it has errors or declares only types. */
export interface ConvertedCell {
  output?: string;
}

/** Compiles cells. */
export interface Converter {
  convert(previousDeclarations: string, source: string): ConvertedCell;
}

/** The outcome of {@link Handler.handleExecuteImpl}, thrown when the cell failed. */
export interface ExecutionCount {
  readonly count: number;
}

/** The content of an `execute_request`. */
export interface ExecuteRequest {
  readonly code: string;
  readonly stop_on_error?: boolean;
}

export type WriteStream = (name: "stdout" | "stderr", text: string) => void;
export type WriteDisplayData = (content: object, update: boolean) => void;

/** Runs tasks one after the other; a task after one that threw is cancelled, until the queue is reset. */
export interface TaskQueue {
  add<T>(task: () => Promise<T>): Promise<T>;
  reset(): void;
}

/** One kernel's cells. `handleExecuteImpl` runs a cell; others may have wrapped it. */
export interface Handler {
  readonly execCount: number;
  readonly execQueue: TaskQueue;
  handleExecute(request: ExecuteRequest, stream: WriteStream, display: WriteDisplayData): Promise<object>;
  handleExecuteImpl(
    request: ExecuteRequest,
    stream: WriteStream,
    display: WriteDisplayData,
  ): Promise<ExecutionCount>;
}

/** A message on one of the kernel's sockets. */
export interface Message {
  readonly header: { msg_type: string };
  content: object;
  createReply(): Message;
  signAndSend(key: string, socket: unknown): void;
}

/** The kernel's sockets. */
export interface Server {
  readonly handler: Handler;
  readonly connInfo: { readonly key: string };
  readonly iopub: unknown;
  handleExecute(socket: unknown, message: Message): Promise<void>;
}

type CreateExecutor = (
  rootDir: string,
  converters: { readonly node: Converter },
  console: CellConsole,
) => unknown;

/** tslab, loaded. The prototypes and `createExecutor` may be replaced until {@link Tslab.startKernel} is called. */
export interface Tslab {
  readonly handler: Handler;
  readonly server: Server;
  readonly executor: { createExecutor: CreateExecutor };
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void;
}

/** A `require` that finds what tslab itself would find. */
export const tslabRequire: NodeJS.Require = createRequire(require.resolve("tslab/package.json"));

/** Load the same tslab that the library finds with `require("tslab")`. */
export function loadTslab(): Tslab {
  const jupyter = tslabRequire("./dist/jupyter.js") as {
    JupyterHandlerImpl: { prototype: Handler };
    ZmqServer: { prototype: Server };
  };
  const main = tslabRequire("./dist/main.js") as Pick<Tslab, "startKernel">;
  return {
    handler: jupyter.JupyterHandlerImpl.prototype,
    server: jupyter.ZmqServer.prototype,
    executor: tslabRequire("./dist/executor.js") as Tslab["executor"],
    startKernel: main.startKernel,
  };
}
