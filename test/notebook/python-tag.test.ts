/** Python as text in a cell of the real kernel. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runNotebook } from "../../lib/dist/notebook/run-notebook";
import { code, notebookOf } from "./notebook-of";

const cwd = dirname(fileURLToPath(import.meta.url));
const imports = 'import { countChart, growthChart, python, show } from "../../lib/dist/index";\n';

/** The article's loop as a cell has it. */
const listing = `
  class Leak(object):
      def __init__(self):
          print("object with {0} was born".format(self))

  while True:
      A = Leak()
      B = Leak()
      A.b = B
      B.a = A
      A = None
      B = None
`;

test("a cell reads as Python, prints what it prints, and returns a story that charts can draw", async () => {
  const [output] = await outputsOf(
    code(`${imports}const story = python({ passes: 1 })\`${listing}\`;\nshow(countChart(story));`),
  );
  const [printed, chart] = output!;
  expect(printed).toMatchObject({
    output_type: "stream",
    text: expect.stringMatching(
      /^(object with <__main__\.Leak object at 0x[0-9a-f]{12}> was born\n){2}Stopped at line 5: /,
    ),
  });
  expect(JSON.stringify(chart)).toContain("Both counts stick at 1: no name is left, and 0 never comes");
});

test("a program that does not end, or that fails, leaves the kernel as it was", async () => {
  const [endless, failed, next] = await outputsOf(
    code(`${imports}python({ seconds: 0.3 })\`while True: pass\`.stop?.reason`),
    code("python`1 / 0`.exitCode"),
    code("python`print('goes on')`.exitCode"),
  );
  expect(JSON.stringify(endless)).toMatch(/a loop has gone round 10,000 times|0\.3 seconds have passed/);
  expect(JSON.stringify(failed)).toContain("ZeroDivisionError: division by zero");
  expect(JSON.stringify(next)).toContain("goes on");
});

async function outputsOf(...cells: ReturnType<typeof code>[]) {
  const { notebook, problems } = await runNotebook(notebookOf(...cells), { cwd });
  expect(problems).toEqual([]);
  return notebook.cells.map((cell) => (cell.cell_type === "code" ? cell.outputs : []));
}
