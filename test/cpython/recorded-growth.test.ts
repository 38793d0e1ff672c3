import { expect, test } from "vitest";
import { BadInputError } from "../../lib/bad-input";
import { findPythons } from "../../lib/cpython/find-python";
import { type MeasuredGrowth, measureLeakLoop } from "../../lib/cpython/measure-leak-loop";
import { recordedGrowth, recordedVersions } from "../../lib/cpython/recorded-growth";

const versions = recordedVersions();
const found = findPythons();
const series = (version: string): string => version.split(".").slice(0, 2).join(".");

/** All of a growth that repeats exactly: everything but the bytes. */
function withoutBytes({ samples, afterCollect, memory: _, ...rest }: MeasuredGrowth): unknown {
  return {
    ...rest,
    samples: samples.map(({ bytes: _, ...sample }) => sample),
    afterCollect: { ...afterCollect, bytes: 0 },
  };
}

test("recorded are 3.11, 3.12 and 3.13, among others, the oldest first", () => {
  expect(versions.map(series)).toEqual(["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]);
});

test.each(versions)("the recording of %s has 200,000 iterations with the collector on and off", (version) => {
  for (const gc of ["on", "off"] as const) {
    const growth = recordedGrowth(series(version), gc);
    expect(growth).toMatchObject({
      source: "measured",
      python: version,
      gc,
      iterations: 200_000,
      startCount: 2,
    });
    expect(growth.samples.length).toBe(41);
    expect(growth.samples[0]).toEqual({ iteration: 0, trackedObjects: 0, bytes: 0 });
    expect(growth.samples.at(-1)?.iteration).toBe(200_000);
    expect(growth.collections.length > 0).toBe(gc === "on");
  }
});

test.each(versions)(
  "on %s memory grows without end when the collector is off, and stays when it is on",
  (version) => {
    const last = (gc: "on" | "off"): number => recordedGrowth(series(version), gc).samples.at(-1)?.bytes ?? 0;
    expect(last("off")).toBeGreaterThan(30 * 2 ** 20);
    expect(last("on")).toBeLessThan(2 ** 19);
  },
);

const repeatable = versions.filter((version) => found.some((python) => python.version === version));

test.skipIf(repeatable.length === 0).each(repeatable)(
  "measuring %s again gives the recording, bytes apart",
  (version) => {
    const again = measureLeakLoop({ python: version, iterations: 200_000, gc: "on" });
    expect(withoutBytes(again)).toEqual(withoutBytes(recordedGrowth(series(version), "on")));
  },
);

test("a series that is not recorded is refused with those that are", () => {
  expect(() => recordedGrowth("2.7", "on")).toThrow(BadInputError);
  expect(() => recordedGrowth("2.7", "on")).toThrow(
    'The leak loop is not recorded for Python "2.7"; recorded are 3.8, 3.9, 3.10, 3.11, 3.12, 3.13.',
  );
});
