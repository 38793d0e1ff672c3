/** Watches a program while it runs, and tells its story afterwards. */

import type { HeapEvent } from "../../sim/event";
import { State } from "../../sim/heap/memory-map";
import { observe } from "../../sim/heap/report";
import { item, keysOf } from "../../sim/objects/dict";
import { WORDS_PER_INSTRUCTION } from "../compile/opcode";
import { ProgramStopped } from "../run/eval-breaker";
import type { Frame } from "../run/frame";
import type { Machine } from "../run/machine";
import { LineWatch } from "../run/watcher";
import { Births } from "./births";
import { reachableFrom } from "./edges";
import { garbageGroups } from "./garbage-groups";
import { type Binding, NamedCounts } from "./named-counts";
import { Passes } from "./passes";
import type { LineStory, Story, StoryStop } from "./story";

/** How the program ended, as whoever ran it knows. */
export interface Ending {
  readonly file: string;
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
  readonly stop: StoryStop | null;
}

/** Begins to watch when it is made. */
export class StoryRecorder {
  private readonly births = new Births();
  private readonly passes: Passes;
  private readonly counts: NamedCounts;
  private collecting: "on" | "off" = "off";
  /** The line that each call is executing, as long as its end has not been counted. */
  private readonly unfinished = new Map<Frame, number>();
  private left: Pick<Story, "lines" | "garbage" | "bytesLeft" | "countsAfter"> | null = null;

  /**
   * @param text - The source, line by line.
   * @param mostPasses - Of one loop: then the program is stopped.
   */
  constructor(
    private readonly m: Machine,
    private readonly text: readonly string[],
    private readonly mostPasses: number = Number.POSITIVE_INFINITY,
  ) {
    this.passes = new Passes(m.h);
    this.counts = new NamedCounts(m.h);
    observe(m.h, (event) => this.take(event));
    m.watch = new LineWatch({
      comeTo: (frame, line) => this.comeTo(frame, line),
      goRound: (frame, line) => this.goRound(frame, line),
    });
  }

  /** Where execution is. */
  get line(): number {
    return lineOf(this.m);
  }

  /** The program has ended or was stopped; nothing has been cleaned up yet. Stops watching. */
  end(): void {
    const { m } = this;
    for (const frame of this.unfinished.keys()) if (frame.base === 0) this.countAfter(frame);
    m.watch = null;
    observe(m.h, null);
    const reached = reachableFrom(m.h, rootsOf(m));
    this.left = {
      bytesLeft: this.passes.end(),
      garbage: garbageGroups(m.h, this.births.alive, reached),
      lines: this.lineStories(reached),
      countsAfter: [m.h.memory[State.COUNT0]!, m.h.memory[State.COUNT1]!, m.h.memory[State.COUNT2]!],
    };
  }

  /** The story. {@link end} comes first. */
  story(ending: Ending): Story {
    if (this.left === null) this.end();
    const { passes } = this;
    return {
      source: "simulated",
      python: this.m.profile.version,
      gc: this.collecting,
      iterations: passes.count,
      samples: passes.samples,
      collections: passes.collections,
      loopLine: passes.line,
      statements: this.counts.statements,
      bytesAtMost: passes.bytesAtMost,
      text: this.text,
      ...this.left!,
      ...ending,
    };
  }

  private take(event: HeapEvent): void {
    this.births.take(event, lineOf(this.m));
    if (event.kind === "dealloc") this.counts.forget(event.id);
    if (event.kind === "collect-start") this.passes.collect("start", event.generation, 0);
    if (event.kind === "collect-stop") this.passes.collect("stop", event.generation, event.collected);
  }

  private comeTo(frame: Frame, line: number): void {
    if (!isOfProgram(this.m, frame)) return;
    this.countAfter(frame);
    this.unfinished.set(frame, line);
    // The collector counts as on when it was on while the program worked, not at its first or last moment.
    if (this.m.h.memory[State.ENABLED] !== 0) this.collecting = "on";
    else if (this.passes.count === 0) this.collecting = "off";
    this.births.comeTo(line);
  }

  private goRound(frame: Frame, line: number): void {
    if (!isOfProgram(this.m, frame)) return;
    this.passes.goRound(line);
    const { count } = this.passes;
    if (count >= this.mostPasses)
      throw new ProgramStopped(
        `a loop has gone round ${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} times`,
      );
  }

  /** What the line that has just ended, with all that it has called, has made of the counts. */
  private countAfter(frame: Frame): void {
    const line = this.unfinished.get(frame);
    if (line === undefined) return;
    // Calls that have ended since then have no last line of their own.
    for (const other of this.unfinished.keys()) if (other.base >= frame.base) this.unfinished.delete(other);
    const code = (this.text[line - 1] ?? "").trim();
    this.counts.count(code, bindingsOf(this.m), () => rootsOf(this.m));
  }

  private lineStories(reached: ReadonlySet<number>): readonly LineStory[] {
    const left = new Map<number, { reachable: number; garbage: number; garbageBytes: number }>();
    for (const [o, { line, sizeBytes }] of this.births.alive) {
      const entry = left.get(line) ?? { reachable: 0, garbage: 0, garbageBytes: 0 };
      if (reached.has(o)) entry.reachable++;
      else {
        entry.garbage++;
        entry.garbageBytes += sizeBytes;
      }
      left.set(line, entry);
    }
    const none = { reachable: 0, garbage: 0, garbageBytes: 0 };
    return [...this.births.lines]
      .filter(([line]) => line > 0)
      .sort(([a], [b]) => a - b)
      .map(([line, counts]) => ({ line, ...counts, ...(left.get(line) ?? none) }));
  }
}

/** Is it a frame of the program itself, and not of a module that it has imported? */
function isOfProgram(m: Machine, frame: Frame): boolean {
  return frame.globals === m.main.id;
}

/** The line of the program that is being executed; 0 outside of it. */
function lineOf(m: Machine): number {
  for (let frame = m.frame; frame !== null; frame = frame.back) {
    if (isOfProgram(m, frame)) return frame.code.code.lines[frame.pc / WORDS_PER_INSTRUCTION] ?? 0;
  }
  return 0;
}

/** The variables of the module, then those of the innermost call. */
function bindingsOf(m: Machine): readonly Binding[] {
  const globals = keysOf(m.h, m.main.id)
    .map((key) => ({ name: String(m.h.payload.get(key)), object: item(m.h, m.main.id, key), isGlobal: true }))
    .filter(({ name }) => !name.startsWith("__"));
  const { frame } = m;
  if (frame === null || frame.locals !== 0) return globals;
  const names = frame.code.code.localNames;
  const locals = names.map((name, i) => ({ name, object: m.stack[frame.base + i]!, isGlobal: false }));
  return [...globals, ...locals.filter(({ object }) => object !== 0)];
}

/** Everything that the interpreter holds: modules, built-in types, and what lies on its stack. */
function* rootsOf(m: Machine): Generator<number> {
  yield m.main.module;
  yield m.main.id;
  yield* m.h.internal.keys();
  yield* m.modules.values();
  if (m.error !== 0) yield m.error;
  for (let frame: Frame | null = m.frame; frame !== null; frame = frame.back) {
    for (const o of [
      frame.func,
      frame.globals,
      frame.locals,
      frame.object,
      frame.instance,
      frame.generator,
    ]) {
      if (o > 0) yield o;
    }
    for (let at = frame.base; at < frame.top; at++) if (m.stack[at]! > 0) yield m.stack[at]!;
  }
}
