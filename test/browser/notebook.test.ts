/** What a learner meets in JupyterLab whatever the notebook: charts, errors, Interrupt, a clean file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, openLab } from "./lab";
import { OpenNotebook } from "./open-notebook";

const path = "notebooks/one-chart.ipynb";
let lab: Lab;
let notebook: OpenNotebook;
let committed: string;

const file = (): string => readFileSync(join(lab.root, path), "utf8");

beforeAll(async () => {
  lab = await openLab();
  committed = file();
  notebook = await OpenNotebook.at(lab.page, path);
});
afterAll(() => lab?.close());

test("a stored chart is live before any cell was run", async () => {
  const marks = lab.page.locator(".jp-RenderedVegaLite svg .mark-symbol.role-mark path");
  await marks.first().waitFor();
  expect(await marks.count()).toBe(12);
  await marks.nth(3).hover({ force: true });
  await lab.page.waitForSelector("#vg-tooltip-element.visible");
  expect(await lab.page.locator("#vg-tooltip-element").innerText()).toMatch(/step:\s*3\s+bytes:\s*11/);
  await lab.screenshot("one-chart");
});

test("a notebook that was opened, run and saved has the bytes it had before", async () => {
  expect(await notebook.runAll()).toBe(true);
  await lab.page.locator(".jp-RenderedVegaLite svg .mark-symbol.role-mark path").first().waitFor();
  await notebook.command("docmanager:save");
  expect(file()).toBe(committed);
  expect(await notebook.dirty()).toBe(false);
});

test("a failure is shown once, with the learner's own line", async () => {
  await notebook.write(3, "const limit = 3;\nif (limit < 4) throw new RangeError('too low');");
  const { outputs } = await notebook.runCell(3);
  expect(outputs).toMatchObject([
    {
      output_type: "error",
      ename: "RangeError",
      traceback: [
        "RangeError: too low",
        "  line 2:  if (limit < 4) throw new RangeError('too low');",
        `           ${" ".repeat(21)}^`,
      ],
    },
  ]);
  await lab.screenshot("one-error");
});

test("the cell run right after a failure runs", async () => {
  await notebook.write(3, "throw new Error('first')");
  await notebook.runCell(3);
  await notebook.write(3, "console.log('second')");
  expect((await notebook.runCell(3)).outputs).toMatchObject([{ text: "second\n" }]);
});

test("Interrupt ends a loop that follows an await, and what earlier cells defined is kept", async () => {
  await notebook.write(3, "await new Promise((done) => setTimeout(done, 10));\nwhile (true) {}");
  await notebook.startCell(3);
  await delay(1000);
  await notebook.command("notebook:interrupt-kernel");
  await notebook.untilIdle();
  expect((await notebook.cell(3)).outputs).toMatchObject([{ output_type: "error", ename: "Interrupted" }]);
  await notebook.write(3, "points.length");
  expect((await notebook.runCell(3)).outputs).toMatchObject([{ text: "12\n" }]);
});

test("nothing was asked of another machine", () => {
  expect(lab.foreignRequests).toEqual([]);
});
