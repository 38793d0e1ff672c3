import { expect, test } from "vitest";
import { counted, memory, roundSteps } from "../../lib/charts/quantity";

test.each([
  [0, "0 bytes"],
  [1928, "1,928 bytes"],
  [4096, "4 KiB"],
  [139_264, "136 KiB"],
  [963_763, "941 KiB"],
  [38_550_588, "36.8 MiB"],
])("%i bytes are written %s", (bytes, text) => {
  expect(memory(bytes)).toBe(text);
});

test("one collection, 2,052 objects", () => {
  expect([counted(1, "collection"), counted(2052, "object")]).toEqual(["1 collection", "2,052 objects"]);
});

test.each([
  [36.8, [0, 10, 20, 30, 40]],
  [723, [0, 200, 400, 600, 800]],
  [0.3, [0, 0.1, 0.2, 0.3]],
  [0, [0, 1]],
])("an axis up to %d has the round steps %j", (max, values) => {
  expect(roundSteps(max).values).toEqual(values);
});
