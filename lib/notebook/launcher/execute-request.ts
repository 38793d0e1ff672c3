/** Answers `execute_request` as the Jupyter protocol says: an `error` message, `ename` and the rest, `aborted`. */

import { setTimeout as delay } from "node:timers/promises";
import { type CellFaults, type Fault, thrownFault } from "./cell-faults";
import type { CellLog } from "./cell-log";
import type { ExecuteRequest, Handler, Message, Server, Tslab, WriteDisplayData, WriteStream } from "./tslab";

/** The content of an `execute_reply`. */
type Reply =
  | { readonly status: "ok"; readonly execution_count: number; readonly user_expressions: object }
  | ({ readonly status: "error"; readonly execution_count: number } & Fault)
  | { readonly status: "aborted" };

/** Tells the queue that the requests behind this one must not run. */
class CellFailed {
  constructor(readonly reply: Reply) {}
}

/**
 * After a failure, the other requests of the same Run All arrive within this time and are aborted. The failure is answered
 * only then: whoever sends a cell because of the answer gets it run.
 */
const abortWindowMs = 50;

/** Replace how tslab's prototypes answer. `handleExecuteImpl`, which runs the cell, stays whoever has wrapped it. */
export function answerExecuteRequests(tslab: Tslab, log: CellLog, faults: CellFaults): void {
  tslab.handler.handleExecute = async function (this: Handler, request, stream, display): Promise<Reply> {
    const run = async (): Promise<Reply> => {
      const reply = await runCell(this, request, stream, display);
      if (reply.status === "error" && request.stop_on_error !== false) throw new CellFailed(reply);
      return reply;
    };
    try {
      return await this.execQueue.add(run);
    } catch (thrown) {
      if (!(thrown instanceof CellFailed)) return { status: "aborted" };
      await delay(abortWindowMs);
      this.execQueue.reset();
      return thrown.reply;
    }
  };

  async function runCell(
    handler: Handler,
    request: ExecuteRequest,
    stream: WriteStream,
    display: WriteDisplayData,
  ): Promise<Reply> {
    log.begin(handler.execCount + 1, request.code);
    try {
      const { count } = await handler.handleExecuteImpl(request, stream, display);
      // A cell that defines a module succeeds whatever the compiler says about it.
      const warning = faults.take();
      if (warning !== undefined) stream("stderr", `${warning.traceback.join("\n")}\n`);
      return { status: "ok", execution_count: count, user_expressions: {} };
    } catch (thrown) {
      const fault = faults.take() ?? thrownFault(thrown, log);
      return { status: "error", execution_count: log.current, ...fault };
    }
  }

  tslab.server.handleExecute = async function (this: Server, socket, message) {
    const send = (type: string, content: object, to: unknown): void => {
      const reply: Message = message.createReply();
      reply.header.msg_type = type;
      reply.content = content;
      reply.signAndSend(this.connInfo.key, to);
    };
    const reply = (await this.handler.handleExecute(
      message.content as ExecuteRequest,
      (name, text) => send("stream", { name, text }, this.iopub),
      (content, update) => send(update ? "update_display_data" : "display_data", content, this.iopub),
    )) as Reply;
    if (reply.status === "error") {
      const { ename, evalue, traceback } = reply;
      send("error", { ename, evalue, traceback }, this.iopub);
    }
    send("execute_reply", reply, socket);
  };
}
