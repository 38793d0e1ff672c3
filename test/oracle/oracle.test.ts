import { describe, expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";
import { liveOracle, oracle, recordedOracle, recordedSeries, scripts } from "./read-oracle";

const found = findPythons();

describe.each(scripts)("%s", (script) => {
  test("is recorded for 3.11, 3.12 and 3.13", () => {
    expect(recordedSeries(script)).toEqual(expect.arrayContaining(["3.11", "3.12", "3.13"]));
  });

  const repeatable = found.filter(
    ({ series, version }) =>
      recordedSeries(script).includes(series) && recordedOracle(script, series).version === version,
  );
  // What a fresh process holds also depends on how the system's Python was built and set up.
  test.skipIf(repeatable.length === 0 || script === "startup")("says today what was recorded", () => {
    for (const python of repeatable)
      expect(liveOracle(script, python).data).toEqual(recordedOracle(script, python.series).data);
  });
});

test("the oracle asks a real CPython where there is one, and the recording where there is none", () => {
  for (const series of recordedSeries("tracking")) {
    const live = found.some((python) => python.series === series);
    expect(oracle("tracking", series).source).toBe(live ? "live" : "recorded");
  }
});

test("a fresh process has some thousand tracked objects before its program begins", () => {
  for (const series of ["3.11", "3.12", "3.13"]) {
    const { isolated, plain } = oracle("startup", series).data;
    expect(isolated.trackedAfter).toBeGreaterThan(3_000);
    expect(plain.trackedAfter).toBeGreaterThan(isolated.trackedAfter);
    expect(plain.trackedAfter).toBeLessThan(15_000);
    expect(isolated.trackedByClass).toBe(7);
  }
});
