/** A learner's way through the notebook of the leak loop. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lowestContrast } from "./contrast";
import { type Lab, openLab } from "./lab";
import { OpenNotebook } from "./open-notebook";
import { checkout } from "./workshop-copy";

const path = "notebooks/05-the-leak-loop.ipynb";
const exercise = "01-ledger";
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

/** The cells that show a chart. */
async function chartCells(): Promise<number[]> {
  const cells = await notebook.cells();
  return cells.flatMap(({ outputs }, index) =>
    outputs?.some(({ data }) => data !== undefined && "application/vnd.vegalite.v5+json" in data)
      ? [index]
      : [],
  );
}

test("every stored chart is drawn with labelled marks before any cell was run", async () => {
  const cells = await chartCells();
  expect(cells.length).toBeGreaterThan(0);
  for (const [number, index] of cells.entries()) {
    const chart = (await notebook.scrollTo(index)).locator(".jp-RenderedVegaLite svg");
    await chart.first().waitFor();
    expect(await chart.locator("[aria-label][role=graphics-symbol]").count()).toBeGreaterThan(0);
    await lab.screenshot(`leak-loop-chart-${number + 1}-stored`);
  }
});

test("run from top to bottom and saved, the notebook has the bytes it was committed with", async () => {
  // A cell that is meant to fail makes the answer false; one that fails unexpectedly changes the file.
  await notebook.runAll();
  for (const index of await chartCells())
    await (await notebook.scrollTo(index)).locator(".jp-RenderedVegaLite svg").first().waitFor();
  await notebook.command("docmanager:save");
  expect(file()).toBe(committed);
});

test("a chart answers the pointer with a tooltip", async () => {
  const [index = 0] = await chartCells();
  const chart = (await notebook.scrollTo(index)).locator(".jp-RenderedVegaLite svg").first();
  const { x, y, width, height } = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const tooltip = lab.page.locator("#vg-tooltip-element.visible");
  for (let part = 1; part < 20 && !(await tooltip.isVisible()); part++)
    for (const level of [0.25, 0.5, 0.75]) {
      await lab.page.mouse.move(x + (width * part) / 20, y + height * level);
      if (await tooltip.isVisible()) break;
    }
  expect(await tooltip.innerText()).not.toBe("");
  await lab.page.waitForTimeout(300); // until it has faded in, for the picture
  await lab.screenshot("leak-loop-tooltip");
});

test("a learner who solves the exercise in its cell sees every visible test pass", async () => {
  const answer = await notebook.find(`// @exercise ${exercise}`);
  const check = await notebook.find(`check("${exercise}")`);
  const solution = readFileSync(join(checkout, "exercises", exercise, "solution.ts"), "utf8");
  await notebook.write(answer, `// @exercise ${exercise}\n${solution.replaceAll(/^export /gm, "")}`);
  await notebook.runCell(answer);
  const { outputs } = await notebook.runCell(check);
  const text = outputs?.map(({ text }) => text ?? "").join("") ?? "";
  const [, passed, all] = /visible (\d+)\/(\d+)/.exec(text) ?? [];
  expect(passed).toBeDefined();
  expect(passed).toBe(all);
  await notebook.scrollTo(check);
  await lab.screenshot("leak-loop-exercise-passed");
});

test("in the dark theme every word of every chart can be read", async () => {
  await notebook.command("apputils:change-theme", { theme: "JupyterLab Dark" });
  await lab.page.locator("body[data-jp-theme-name='JupyterLab Dark']").waitFor({ state: "attached" });
  await lab.page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
  // JupyterLab draws a chart in the theme of the moment: run the cells again to see them as a reader of this theme does.
  await notebook.runAll();
  for (const [number, index] of (await chartCells()).entries()) {
    const cell = await notebook.scrollTo(index);
    await cell.locator(".jp-RenderedVegaLite svg").first().waitFor();
    await lab.screenshot(`leak-loop-chart-${number + 1}-dark`);
    // Source: WCAG 2.2, 1.4.3, contrast of normal text.
    expect(await lowestContrast(cell)).toBeGreaterThanOrEqual(4.5);
  }
});

test("nothing was asked of another machine", () => {
  expect(lab.foreignRequests).toEqual([]);
});
