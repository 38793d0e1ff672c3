import { afterEach, expect, test, vi } from "vitest";
import { BadInputError } from "../../lib/bad-input";
import { choosePython } from "../../lib/cpython/choose-python";
import { findPythons } from "../../lib/cpython/find-python";

afterEach(() => vi.unstubAllEnvs());

const found = findPythons();

test.skipIf(found.length === 0)("a series means its newest version", () => {
  for (const { series } of found) {
    const newest = found.filter((python) => python.series === series).at(-1);
    expect(choosePython(series)).toEqual(newest);
  }
});

test.skipIf(found.length === 0)("a full version and a path mean that interpreter", () => {
  for (const python of found) {
    expect(choosePython(python.version).version).toBe(python.version);
    expect(choosePython(python.path)).toEqual(python);
  }
});

test("a version that is not there is refused with those that are", () => {
  expect(() => choosePython("3.7")).toThrow(BadInputError);
  expect(() => choosePython("3.7")).toThrow("No CPython 3.7 was found on this machine");
});

test("a file that is no Python is refused by its name", () => {
  expect(() => choosePython(process.execPath)).toThrow(
    `${process.execPath} is not an interpreter that can be measured`,
  );
  expect(() => choosePython("/no/such/python")).toThrow(BadInputError);
});

test("without any Python the message says what to install", () => {
  vi.stubEnv("LEAKLOOP_PYTHONS", "");
  expect(() => choosePython()).toThrow(BadInputError);
  expect(() => choosePython()).toThrow("install Python from python.org");
});
