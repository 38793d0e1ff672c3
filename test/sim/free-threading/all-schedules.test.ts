/** All schedules of a few threads that share one object: the proof that biased counting needs no lock. */

import { describe, expect } from "vitest";
import { behaviour } from "../../behaviour/behaviour";
import { playAll } from "./all-schedules";

/** Every program of at most `length` operations of a thread that begins with one reference and uses the object only while it has one. */
function programs(length: number): string[] {
  const found = [""];
  for (const program of found) {
    const held = 1 + [...program].reduce((sum, c) => sum + (c === "+" ? 1 : -1), 0);
    if (program.length < length && held > 0) found.push(`${program}+`, `${program}-`);
  }
  return found;
}

describe.each(["counted by the owner", "counted by the others"] as const)(
  "two threads, each with up to four operations, references first %s",
  (begins) => {
    behaviour(
      {
        item: 13,
        versions: "3.13t",
        compared: "source only",
        claim:
          "in no schedule is an object freed twice, used when it is dead, or kept when its last reference is gone",
      },
      () => {
        const bad = new Set<string>();
        let pairs = 0;
        for (const owner of programs(4)) {
          for (const other of programs(4)) {
            for (const problem of playAll([owner, other], begins).bad)
              bad.add(`${owner} ${other}: ${problem}`);
            pairs++;
          }
        }
        expect([...bad]).toEqual([]);
        expect(pairs).toBe(programs(4).length ** 2);
      },
    );

    behaviour(
      {
        item: 55,
        versions: "3.13t",
        compared: "source only",
        claim: "the same when the owner leaves: whoever would have asked it merges in its place",
      },
      () => {
        const bad = new Set<string>();
        for (const owner of programs(3)) {
          for (const other of programs(3)) {
            for (const problem of playAll([`${owner}x`, other], begins).bad)
              bad.add(`${owner}x ${other}: ${problem}`);
          }
        }
        expect([...bad]).toEqual([]);
      },
    );
  },
);

describe.each(["counted by the owner", "counted by the others"] as const)(
  "an owner and two other threads, references first %s",
  (begins) => {
    // A store in place of the compare-and-exchange is found with three threads only.
    behaviour(
      {
        item: 13,
        versions: "3.13t",
        compared: "source only",
        claim: "in no schedule of three threads is an object freed twice, used when it is dead, or kept",
      },
      () => {
        for (const threads of [
          ["-", "-", "-"],
          ["-", "+--", "-"],
          ["-", "+--", "+--"],
          ["-x", "+--", "+--"],
          ["+--", "+--", "-"],
        ]) {
          expect([threads, ...playAll(threads, begins).bad]).toEqual([threads]);
        }
      },
    );
  },
);

behaviour(
  {
    item: 54,
    versions: "3.13t",
    compared: "source only",
    claim:
      "in all schedules the state goes from default to queued to merged or straight to merged, never back; the object dies in default or merged, with no reference shared",
  },
  () => {
    const moves = new Set<string>();
    const deaths = new Set<string>();
    for (const owner of programs(4)) {
      for (const other of programs(4)) {
        for (const begins of ["counted by the owner", "counted by the others"] as const) {
          const outcomes = playAll([owner, other], begins);
          for (const move of outcomes.moves) moves.add(move);
          for (const death of outcomes.deaths) deaths.add(death);
        }
      }
    }
    expect([...moves].sort()).toEqual(["default>merged", "default>queued", "queued>merged"]);
    expect([...deaths].sort()).toEqual(["default 0", "merged 0"]);
  },
);

behaviour(
  {
    item: 13,
    versions: "3.13t",
    compared: "source only",
    claim:
      "the contrast: with one plain count, not atomic, two threads that drop their references free twice, or never",
  },
  () => {
    const ends = new Set<string>();
    // A decref is load, store, and free if the stored value was 0.
    const play = (
      count: number,
      freed: number,
      at: readonly [number, number],
      loaded: readonly [number, number],
    ): void => {
      if (at[0] === 3 && at[1] === 3) ends.add(`freed ${freed} times`);
      for (const i of [0, 1] as const) {
        const next: [number, number] = [at[0], at[1]];
        const registers: [number, number] = [loaded[0], loaded[1]];
        if (next[i]++ === 3) continue;
        if (at[i] === 0) registers[i] = count;
        const stored = at[i] === 1 ? loaded[i] - 1 : count;
        play(stored, freed + (at[i] === 2 && stored === 0 ? 1 : 0), next, registers);
      }
    };
    play(2, 0, [0, 0], [0, 0]);
    expect([...ends].sort()).toEqual(["freed 0 times", "freed 1 times", "freed 2 times"]);
    expect(playAll(["-", "-"])).toMatchObject({
      schedules: 5n,
      deaths: new Set(["merged 0"]),
      bad: new Set(),
    });
  },
);
