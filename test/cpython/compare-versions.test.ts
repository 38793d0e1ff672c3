import { expect, test } from "vitest";
import { compareVersions } from "../../lib/cpython/compare-versions";

test("versions sort by their numbers, a pre-release before its release", () => {
  const inOrder = [
    "3.8.18",
    "3.9.1",
    "3.10.13",
    "3.14.0a7",
    "3.14.0b2",
    "3.14.0rc2",
    "3.14.0rc10",
    "3.14.0",
    "3.14.1",
  ];
  expect([...inOrder].reverse().sort(compareVersions)).toEqual(inOrder);
});

test("a version equals itself", () => {
  expect(compareVersions("3.13.0", "3.13.0")).toBe(0);
  expect(compareVersions("3.14.0rc2", "3.14.0rc2")).toBe(0);
});
