/** Running whole notebooks on the real kernel. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { stockLauncher } from "../../lib/dist/notebook/kernel-process";
import { reproduceNotebook } from "../../lib/dist/notebook/reproduce-notebook";
import { type NotebookRun, runNotebook } from "../../lib/dist/notebook/run-notebook";
import type { Cell } from "../../lib/notebook/notebook";
import { code, notebookOf, prose } from "./notebook-of";

const fixture = fileURLToPath(new URL("../fixtures/notebooks/names-and-counts.ipynb", import.meta.url));
const cwd = dirname(fixture);
const dir = mkdtempSync(join(tmpdir(), "leakloop-run-test-"));
afterAll(() => rmSync(dir, { recursive: true }));

const run = (...cells: Cell[]): Promise<NotebookRun> =>
  runNotebook(notebookOf(...cells), { cwd, timeoutMs: 15_000 });
const outputs = ({ notebook }: NotebookRun) =>
  notebook.cells.map((cell) => ("outputs" in cell ? cell.outputs : []));
const kinds = ({ problems }: NotebookRun) => problems.map(({ cell, kind }) => [cell, kind]);

describe("the outputs of a run are stored in one form", () => {
  const cells = [
    code("console.log(1)\nconsole.log(2)\nconsole.error(3)\n4"),
    code('import { newDisplay } from "tslab"\nconst bar = newDisplay()\nbar.text("50 %")'),
    code('bar.text("100 %")'),
    code('const cart = () => { throw new RangeError("cart is empty") }\ncart()', "raises-exception"),
    code("'next'"),
  ];
  const next = { output_type: "stream", name: "stdout", text: "next\n" };

  test("texts of a stream are joined, an updated display shows its last state in its place", async () => {
    const done = await run(prose("# Text"), ...cells);
    expect(done.problems).toEqual([]);
    const [text, printed, bar, update, , last] = outputs(done);
    expect(text).toEqual([]);
    expect(printed).toEqual([
      { output_type: "stream", name: "stdout", text: "1\n2\n" },
      { output_type: "stream", name: "stderr", text: "3\n" },
      { output_type: "stream", name: "stdout", text: "4\n" },
    ]);
    expect(bar).toEqual([{ output_type: "display_data", data: { "text/plain": "100 %" }, metadata: {} }]);
    expect(update).toEqual([]);
    expect(last).toEqual([next]);
  });

  test("with tslab's own launcher too, an error names no file and the cell after it is not skipped", async () => {
    const done = await runNotebook(notebookOf(...cells.slice(3)), { cwd, launcher: stockLauncher });
    expect(done.problems).toEqual([]);
    const [error, last] = outputs(done);
    expect(error).toEqual([
      { output_type: "stream", name: "stderr", text: expect.stringContaining("RangeError: cart is empty\n") },
    ]);
    expect(JSON.stringify(error)).not.toMatch(/node:|tslab|\//);
    expect(last).toEqual([next]);
  });
});

test("a run stops at a cell that fails without being meant to, and names the error", async () => {
  const done = await run(code("1"), code("const s: string = 5"), code("2"));
  expect(done.problems).toEqual([
    {
      cell: 2,
      kind: "failed",
      message: expect.stringContaining("Type 'number' is not assignable to type 'string'."),
    },
  ]);
  expect(outputs(done)[2]).toEqual([]);
});

test("a run notices what nbconvert does not: a failure that stays away, a rejection nobody awaits, late output", async () => {
  const done = await run(
    code("1", "raises-exception"),
    code("void Promise.reject(new Error('nobody listens'))\nawait new Promise((r) => setTimeout(r, 100))"),
    code("const timer = setTimeout(() => console.log('late'), 60)"),
  );
  expect(kinds(done)).toEqual([
    [1, "did-not-fail"],
    [2, "async-error"],
    [3, "late-output"],
  ]);
});

test("an endless loop costs its time limit and leaves no process", async () => {
  const launcher = join(dir, "endless.cjs");
  writeFileSync(launcher, `require(${JSON.stringify(stockLauncher)});\n`);
  const endless = notebookOf(code("await null\nwhile (true) {}"), code("1"));
  const done = await runNotebook(endless, { cwd, timeoutMs: 500, launcher });
  expect(done.problems).toEqual([
    { cell: 1, kind: "timed-out", message: expect.stringContaining("after 0.5 s") },
  ]);
  expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(launcher);
});

test("a cell that ends the kernel is named", async () => {
  expect(kinds(await run(code("1"), code("process.exit(0)"), code("2")))).toEqual([[2, "kernel-died"]]);
});

test("a stored notebook is reproduced to the byte, and an output that a run does not give is shown with its cell", async () => {
  const stored = readFileSync(fixture, "utf8");
  const file = join(dir, "changed.ipynb");
  writeFileSync(file, stored.replace("2 names", "3 names"));
  expect(await reproduceNotebook(file)).toEqual({
    problems: [],
    differences: [{ cell: 2, message: 'stored "3 names", run gave "2 names"' }],
    freshText: stored,
  });
});
