/** Items 1 to 11: counts, and what happens in the statement that changes them. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { behaviour } from "./behaviour";
import { everyProgram, programOf, programs, runProgram } from "./program";

behaviour(
  {
    item: 1,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the decref that reaches 0 deallocates at once, with all that only the object kept alive, before the next statement",
  },
  programs("reference_counting", "everything that a name kept alive dies inside the statement that drops it"),
);

behaviour(
  {
    item: 2,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a name that is bound anew takes the new object before it gives up the old one: for a moment both are alive",
  },
  programs("reference_counting", "while a name is bound anew, both objects are alive"),
);

behaviour(
  {
    item: 3,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "__del__ of the old value sees the new binding, attribute, element or value, or that it is missing",
  },
  programs(
    "reference_counting",
    "__del__ of the old value sees the new binding",
    "__del__ of the old value sees None where None was bound",
    "__del__ sees that a deleted name is missing",
    "__del__ sees the attribute, the element, the value that took its place",
    "__del__ of an attribute that is deleted, of an element that is popped",
  ),
);

behaviour(
  {
    item: 5,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "in a tree that dies by counting each parent's __del__ runs before its attributes are released",
  },
  programs("finalizers", "a tree that dies by counting: a parent, then each child with what it holds"),
);

behaviour(
  {
    item: 5,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "an object's memory is free only when its attributes have been released",
  },
  programs("finalizers", "the memory of an object is free only after its attributes are dropped"),
);

behaviour(
  {
    item: 6,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "locals die in the order of their first binding; up to 3.10 the arguments outlive them, and cells come last, by name",
  },
  programs(
    "reference_counting",
    "locals of a function, in the order of their first binding in the text",
    "arguments and locals",
    "arguments, locals and cells",
    "an argument that is a cell",
    "a returned local outlives the others",
  ),
);

behaviour(
  {
    item: 7,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a pair that refer to each other has the counts 2 and 2 while named, 1 and 1 after, and never 0",
  },
  programs("getrefcount", "the counts of a pair, while named and after"),
);

behaviour(
  {
    item: 8,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "getrefcount shows one more than the references that there are, for a name, a local, a cell; 1 for a temporary",
  },
  programs(
    "getrefcount",
    "getrefcount of a temporary, a name, two names",
    "getrefcount of a local: one name, two names, and three elements of a list",
    "getrefcount of a parameter, given a local, a name of the module, a temporary",
    "getrefcount of a variable that a closure captures",
    "getrefcount of a loop's variable over a list, in a module and in a function",
    "getrefcount of what containers hold",
  ),
);

behaviour(
  {
    item: 8,
    versions: "3.14",
    compared: "source only",
    claim: "getrefcount of a local shows its references and no more: the argument is borrowed",
  },
  (version) => {
    const heap = new Heap(version);
    const o = heap.list();
    expect([heap.getrefcount(o, "local"), heap.getrefcount(o, "global")]).toEqual([1, 2]);
  },
);

behaviour(
  {
    item: 9,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a class is held once by each of its living instances, garbage or not",
  },
  programs("getrefcount", "a class is held once by each of its living instances"),
);

behaviour(
  {
    item: 10,
    versions: "3.8-3.11",
    compared: "real interpreter",
    claim: "ten more references to None, True, 7, (), a text raise their counts by ten",
  },
  programs(
    "getrefcount",
    "ten more references to None, True, 7, the empty tuple, the empty text, a letter, object",
    "ten more references to 257, a number of 20 digits, a long text, a class",
    "getrefcount of None, where it cannot change",
  ),
);

behaviour(
  {
    item: 10,
    versions: "3.12-3.13",
    compared: "real interpreter",
    claim: "the counts of None, True, 7, () and object never change; those of 257, of texts and classes do",
  },
  (version) => {
    programs(
      "getrefcount",
      "ten more references to 257, a number of 20 digits, a long text, a class",
      "getrefcount of None, where it cannot change",
    )(version);
    // In the simulator each empty text and each letter is an object of its own, and mortal: see objects/atom.ts.
    const name = "ten more references to None, True, 7, the empty tuple, the empty text, a letter, object";
    const { program, written } = programOf("getrefcount", version, name);
    const withoutTexts = (rises: unknown): unknown[] =>
      (rises as unknown[]).filter((_, i) => i !== 4 && i !== 5);
    expect(withoutTexts(runProgram("getrefcount", version, program)[0])).toEqual(withoutTexts(written[0]));
  },
);

behaviour(
  {
    item: 11,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "the ints from -5 to 256 exist once and are shared",
  },
  programs("getrefcount", "which ints are one object, however they were made"),
);

everyProgram("reference_counting");
everyProgram("getrefcount");
