/**
 * A thread of the kernel process that listens to the parent while the main thread runs cells.
 *
 * After an `await`, Node no longer turns SIGINT into an exception: a loop there is deaf to it. When the main thread does
 * not answer after an interrupt, this thread ends what it runs, through the inspector. When the parent is gone, it ends
 * the process.
 */

import { Session } from "node:inspector";
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { type CompilingFlag, isRaised } from "./compiling-flag";
import { pipeFd } from "./parent-pipe";

/** How long the main thread may take to answer. Node ends what it can end itself in a tenth of this. */
const answerMs = 700;
const compilerCheckMs = 100;

const compiling = workerData as CompilingFlag;
const session = new Session();
session.connectToMainThread();

let answers = 0;
parentPort?.on("message", () => {
  answers++;
});

const parent = new Socket({ fd: pipeFd });
parent.on("data", () => {
  parentPort?.postMessage("alive?");
  setTimeout(endUnlessAlive, answerMs, answers);
});
parent.on("error", () => {});
parent.on("close", () => process.kill(process.pid, "SIGKILL"));

function endUnlessAlive(answersBefore: number): void {
  if (answers !== answersBefore) return;
  if (isRaised(compiling)) setTimeout(endUnlessAlive, compilerCheckMs, answersBefore);
  else session.post("Runtime.terminateExecution");
}
