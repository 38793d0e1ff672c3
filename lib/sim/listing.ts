/** The article's listing, statement by statement: the counts of each object after every line. */

import type { CountedObject, CountedStatement, CountTimeline } from "./count-timeline";
import { BadArgumentError } from "./errors";
import { Heap } from "./heap/heap";
import type { PyObject } from "./heap/py-object";
import { defaultProfile } from "./profile";

/** The body of the loop, as the article has it. */
export const LISTING: readonly string[] = [
  "A = Leak()",
  "B = Leak()",
  "A.b = B",
  "B.a = A",
  "A = None",
  "B = None",
];

/**
 * Execute the body of the listing `rounds` times on a fresh heap with the automatic collector off, and note the count
 * of every object after each statement.
 *
 * @param rounds - A whole number from 1 on.
 * @param profile - The CPython version line. Default "3.13".
 * @throws {BadArgumentError} For an unknown profile, or for rounds below 1.
 * @example
 * listingCounts(1).statements.at(-1)?.objects.map((o) => o.refcnt); // [1, 1]: never 0
 */
export function listingCounts(rounds: number, profile: string = defaultProfile.version): CountTimeline {
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    throw new BadArgumentError(
      `listingCounts cannot run ${rounds} rounds: it takes a whole number from 1 on.`,
    );
  }
  const heap = new Heap(profile);
  heap.gc.disable();
  const leak = heap.class("Leak");
  const objects: [label: string, object: PyObject][] = [];
  const statements: CountedStatement[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const code of LISTING) {
      const made = execute(heap, leak, code);
      if (made !== undefined) objects.push([rounds === 1 ? code[0]! : `pair ${round}, ${code[0]}`, made]);
      statements.push({ code, objects: countAll(heap, objects) });
    }
  }
  return { source: "simulated", python: profile, statements };
}

/** One statement of the listing. @returns the object that it made. */
function execute(heap: Heap, leak: PyObject, code: string): PyObject | undefined {
  const [target = "", value = ""] = code.split(" = ");
  if (value === "None") heap.bind(target, heap.none);
  else if (value === "Leak()") {
    const made = heap.instance(leak);
    heap.bind(target, made);
    // The operand stack lets go of the new object when the statement ends.
    heap.decref(made);
    return made;
  } else {
    const [owner = "", attribute = ""] = target.split(".");
    heap.setattr(bound(heap, owner), attribute, bound(heap, value));
  }
  return undefined;
}

function bound(heap: Heap, name: string): PyObject {
  const object = heap.lookup(name);
  if (object === undefined) throw new BadArgumentError(`name '${name}' is not defined`);
  return object;
}

function countAll(heap: Heap, objects: readonly [string, PyObject][]): CountedObject[] {
  const reachable = reachableIds(heap);
  return objects
    .filter(([, object]) => !heap.dead(object))
    .map(([label, object]) => ({ label, refcnt: heap.refcnt(object), reachable: reachable.has(object.id) }));
}

/** Everything that can be reached from the two names. */
function reachableIds(heap: Heap): Set<number> {
  const reached = new Set<number>();
  const todo = ["A", "B"].map((name) => heap.lookup(name)).filter((object) => object !== undefined);
  for (let object = todo.pop(); object !== undefined; object = todo.pop()) {
    if (reached.has(object.id)) continue;
    reached.add(object.id);
    todo.push(...heap.gc.getReferents(object));
  }
  return reached;
}
