/** The memory story of a program. */
import { describe, expect, test } from "vitest";
import { tellStory } from "../../../lib/dist/python/python";
import { storyText } from "../../../lib/dist/python/story/story-text";
import { leakLoop } from "../../../lib/dist/sim/leak-loop";
import { ARTICLE_LISTING } from "../listing";

const PASSES = 5000;

describe.each(["3.8", "3.11", "3.13"])("the article's listing on %s", (profile) => {
  test("leaks nothing with the collector on: what is garbage waits for the next collection", () => {
    const story = tellStory(ARTICLE_LISTING, { profile, passes: PASSES });
    expect(story.stop).toEqual({ line: 5, reason: "a loop has gone round 5,000 times" });
    expect(story.output.split("\n")).toHaveLength(2 * PASSES + 1);
    const reclaimed = story.collections.reduce((sum, { collected }) => sum + collected, 0);
    const waiting = story.garbage.reduce((sum, { objects }) => sum + objects, 0);
    const parts = profile === "3.8" ? 4 : 2;
    expect(reclaimed + waiting).toBe(parts * PASSES);
    expect(waiting).toBeLessThan(parts * 2000);
    expect(storyText(story)).toContain("It leaks nothing: ");
  });

  test("leaks two objects in each pass with the collector off, in the bytes of the leak loop", () => {
    const story = tellStory(`import gc; gc.disable()\n${ARTICLE_LISTING}`, { profile, passes: PASSES });
    const growth = leakLoop({ profile, iterations: PASSES, gc: "off" });
    const leaks = story.garbage.filter(({ type }) => type === "Leak");
    expect(leaks.map(({ line, objects }) => [line, objects])).toEqual([
      [7, PASSES],
      [8, PASSES],
    ]);
    const perPass = growth.samples.at(-1)!.bytes / PASSES;
    expect(story.bytesLeft / PASSES).toBeCloseTo(perPass, -1);
    expect(storyText(story)).toMatch(/It leaks: .* are garbage that reference counting cannot free/);
  });
});

test("a story says for each line what it made and what became of it", () => {
  const story = tellStory(
    [
      "class C: pass",
      "def f():",
      "    x = C()",
      "    x.me = x",
      "for i in range(3):",
      "    f()",
      "kept = C()",
    ].join("\n"),
  );
  const line = (n: number) => story.lines.find((one) => one.line === n);
  expect(line(3)).toMatchObject({ executed: 3, born: 3, died: 0, reachable: 0, garbage: 3 });
  expect(line(6)).toMatchObject({ executed: 3 });
  expect(line(7)).toMatchObject({ executed: 1, born: 1, reachable: 1, garbage: 0 });
});

test("the chain names the references that keep garbage alive", () => {
  const story = tellStory(["class N: pass", "a = N()", "b = [a]", "a.box = {'k': b}", "del a, b"].join("\n"));
  const group = story.garbage.find(({ type }) => type === "N");
  expect(group?.chain.map(({ type, reference }) => type + reference)).toEqual([
    "N.box",
    "dict['k']",
    "list[0]",
  ]);
});

test("counts after each line follow the names of the module, whatever a method calls its object", () => {
  const story = tellStory(ARTICLE_LISTING, { passes: 1 });
  expect(
    story.statements.map(({ code, objects }) => [
      code,
      ...objects.map(({ label, refcnt }) => `${label} ${refcnt}`),
    ]),
  ).toEqual([
    ["A = Leak()", "A 1"],
    ["B = Leak()", "A 1", "B 1"],
    ["A.b = B", "A 1", "B 2"],
    ["B.a = A", "A 2", "B 2"],
    ["A = None", "A 1", "B 2"],
    ["B = None", "A 1", "B 1"],
  ]);
  expect(story.statements.at(-1)?.objects.map(({ reachable }) => reachable)).toEqual([false, false]);
});

test("the story of a program that cannot start says so and has no lines", () => {
  const story = tellStory("x = = 1\n", { file: "bad.py" });
  expect([story.exitCode, story.lines, story.errors]).toEqual([
    1,
    [],
    '  File "bad.py", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n',
  ]);
});
