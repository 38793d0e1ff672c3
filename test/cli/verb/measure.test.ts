import { afterEach, expect, test, vi } from "vitest";
import { BadInputError } from "../../../lib/bad-input";
import { verb } from "../../../lib/cli/verb/measure";
import { findPythons } from "../../../lib/cpython/find-python";

const [python] = findPythons();

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Run the verb and return what it printed. */
async function measure(...argv: string[]): Promise<string> {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  expect(await verb.run(argv)).toBe(0);
  return printed;
}

test.skipIf(python === undefined)(
  "measure prints a line for each run of the Python that is named",
  async () => {
    const printed = await measure("--python", python!.path, "--iterations", "3000");
    const cells = printed.split("\n").map((line) => line.trim().split(/ {2,}/).slice(0, 3));
    expect(cells).toEqual([
      ["python", "gc", "iterations"],
      [python!.version, "on", "3,000"],
      [python!.version, "off", "3,000"],
      [""],
    ]);
  },
);

test("measure refuses a number of iterations that is none", async () => {
  for (const text of ["0", "-5", "many", "1.5", ""])
    await expect(verb.run([`--iterations=${text}`])).rejects.toThrow(
      `--iterations must be a whole number above 0, for example 60000; found "${text}".`,
    );
});

test("measure refuses to record another number of iterations than the recordings have", async () => {
  await expect(verb.run(["--record", "--iterations", "5"])).rejects.toThrow(BadInputError);
});

test("measure says what to install when there is no Python", async () => {
  vi.stubEnv("LEAKLOOP_PYTHONS", "");
  await expect(verb.run([])).rejects.toThrow(
    "No CPython 3.8 or later (64-bit) was found on this machine; install Python from python.org",
  );
});
