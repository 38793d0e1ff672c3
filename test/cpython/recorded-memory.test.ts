import { expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";
import { measureMemory } from "../../lib/cpython/measure-memory";
import { recordedMemory, recordedMemoryVersions } from "../../lib/cpython/recorded-memory";

const series = (version: string): string => version.split(".").slice(0, 2).join(".");
const versions = recordedMemoryVersions();

test("recorded are 3.8, 3.10, 3.11, 3.12 and 3.13, the oldest first", () => {
  expect(versions.map(series)).toEqual(["3.8", "3.10", "3.11", "3.12", "3.13"]);
});

const found = findPythons().map((python) => python.version);
/** One is enough here: test/oracle/pymalloc.py measures with the same functions, on every version. */
const repeatable = versions
  .filter((version) => process.platform === "linux" && found.includes(version))
  .slice(-1);

test.skipIf(repeatable.length === 0).each(repeatable)(
  "measuring the memory of %s again gives as many survivors and arenas, and as much memory within 1 %",
  (version) => {
    const again = measureMemory(version);
    const recorded = recordedMemory(series(version));
    expect(again.leak.arenaSteps).toHaveLength(recorded.leak.arenaSteps.length);
    const end = recorded.leak.samples.at(-1)!.residentBytes;
    expect(Math.abs(again.leak.samples.at(-1)!.residentBytes - end)).toBeLessThan(end / 100);
    for (const [k, { keptObjects, all, survivors }] of recorded.survivors.entries()) {
      expect(again.survivors[k]).toMatchObject({ keptObjects, survivors: { arenas: survivors.arenas } });
      expect(Math.abs(again.survivors[k]!.survivors.residentBytes - survivors.residentBytes)).toBeLessThan(
        all.residentBytes / 100,
      );
    }
  },
);

test("a series that is not recorded is refused with those that are", () => {
  expect(() => recordedMemory("2.7")).toThrow(
    'The memory runs are not recorded for Python "2.7"; recorded are 3.8, 3.10, 3.11, 3.12, 3.13.',
  );
});
