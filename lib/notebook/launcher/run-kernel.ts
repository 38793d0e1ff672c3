/** The kernel process: tslab, with Jupyter's way of reporting errors and an Interrupt that always works. */

import { CellFaults } from "./cell-faults";
import { CellLog } from "./cell-log";
import { newCompilingFlag } from "./compiling-flag";
import { answerExecuteRequests } from "./execute-request";
import { keepSourceMaps } from "./keep-source-maps";
import { recordCells } from "./record-cells";
import { reportLateErrors } from "./report-late-errors";
import { loadTslab } from "./tslab";
import { watchInterrupts } from "./watch-interrupts";

/** Frames of a stack to keep: enough to reach the learner's line from deep inside the library. */
const stackFrames = 50;

function main(): void {
  const configPath = process.argv[process.argv.indexOf("--config-path") + 1] ?? "";
  const log = new CellLog();
  const faults = new CellFaults(log);
  const compiling = newCompilingFlag();

  Error.stackTraceLimit = stackFrames;
  const lastMaps = keepSourceMaps();
  const tslab = loadTslab();
  recordCells(tslab, log, faults, lastMaps, compiling);
  answerExecuteRequests(tslab, log, faults);
  watchInterrupts(compiling);
  tslab.startKernel({ configPath, enableFindLocal: false });
  reportLateErrors(log);
}

main();
