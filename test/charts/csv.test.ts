import { expect, test } from "vitest";
import { csvData } from "../../lib/charts/csv";

test("rows become one CSV text, with the type of every column stated", () => {
  expect(csvData([{ line: "A.b = B", count: 2 }])).toEqual({
    values: "line,count\nA.b = B,2",
    format: { type: "csv", parse: { line: "string", count: "number" } },
  });
});

test("commas, quotes and line breaks in a cell are quoted", () => {
  expect(csvData([{ code: 'print("a", 1)' }, { code: "a\nb" }]).values).toBe(
    'code\n"print(""a"", 1)"\n"a\nb"',
  );
});

test("no rows are no data", () => {
  expect(csvData([])).toEqual({ values: [] });
});
