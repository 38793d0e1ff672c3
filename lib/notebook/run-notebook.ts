/** Runs a notebook top to bottom in a fresh kernel and says what went wrong. */

import { setTimeout as delay } from "node:timers/promises";
import { cellOutputs } from "./cell-output";
import { launcher as kitLauncher } from "./jupyter/kernel-spec";
import { type ExecuteResult, KernelClient } from "./kernel-client";
import type { Cell, Notebook, Output } from "./notebook";
import { lateProblems, type NotebookProblem, outcomeProblem } from "./notebook-problem";
import { tidyNotebook } from "./tidy-notebook";

/** How to run. */
export interface RunOptions {
  /** The folder that the notebook is in: the kernel's working directory. */
  readonly cwd: string;
  /** How long one cell may take, in ms; 60 000 unless told. */
  readonly timeoutMs?: number;
  /** The script that starts the kernel; the kit's own unless told. Error texts depend on it. */
  readonly launcher?: string;
  /** Called before the first cell and after each; `done` and `total` count all cells, prose too. */
  readonly onCell?: (done: number, total: number) => void;
}

/** A run's outcome. */
export interface NotebookRun {
  /** The notebook, tidied, with the outputs of this run; cells that did not run have none. */
  readonly notebook: Notebook;
  readonly problems: readonly NotebookProblem[];
}

/** How long to listen after the last cell for timers and rejected promises that it left behind. */
const lateErrorsMs = 250;

/**
 * Run all cells of `notebook`; like Jupyter's Run All, stop at the first that fails without the tag `raises-exception`.
 *
 * @throws {Error} When no kernel can be started.
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<NotebookRun> {
  const kernel = await KernelClient.start({ cwd: options.cwd, launcher: options.launcher ?? kitLauncher });
  const { timeoutMs = 60_000 } = options;
  const results: (ExecuteResult | undefined)[] = [];
  const problems: NotebookProblem[] = [];
  try {
    for (const [index, cell] of notebook.cells.entries()) {
      options.onCell?.(index, notebook.cells.length);
      const result = await runCell(kernel, cell, timeoutMs);
      results.push(result);
      const problem = result && outcomeProblem(cell, result, timeoutMs);
      if (problem !== undefined) problems.push({ cell: index + 1, ...problem });
      if (problem !== undefined && problem.kind !== "did-not-fail") break;
    }
    await delay(lateErrorsMs);
  } finally {
    await kernel.shutdown();
  }
  options.onCell?.(notebook.cells.length, notebook.cells.length);
  const outputs = cellOutputs(notebook.cells.map((_, index) => results[index]?.messages ?? []));
  problems.push(...results.flatMap((result, index) => lateProblems(index + 1, result, outputs[index] ?? [])));
  return { notebook: withOutputs(notebook, outputs), problems };
}

async function runCell(
  kernel: KernelClient,
  cell: Cell,
  timeoutMs: number,
): Promise<ExecuteResult | undefined> {
  if (cell.cell_type !== "code" || cell.source.trim() === "") return undefined;
  const result = await kernel.execute(cell.source, { timeoutMs });
  // A kernel that still runs the cell would not hear a polite shutdown.
  if (result.status === "timed-out") await kernel.kill();
  return result;
}

function withOutputs(notebook: Notebook, outputs: readonly Output[][]): Notebook {
  const cells = notebook.cells.map((cell, index) =>
    cell.cell_type === "code" ? { ...cell, outputs: outputs[index] ?? [] } : cell,
  );
  return tidyNotebook({ ...notebook, cells });
}
