/** Item 4, continued: what functions, modules, weak references and classes held. */

import { behaviour } from "./behaviour";
import { everyProgram, note, programs } from "./program";

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a function drops its defaults, its doc, its attributes, its cells from the last to the first; a method its function, then its object",
  },
  programs(
    "dealloc_order_functions",
    "a function",
    "a bound method",
    "a cell whose content is replaced",
    "a cell that two functions share",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the names of a module die in the order of its dict, when the module or whoever else keeps the dict goes",
  },
  programs("dealloc_order_functions", "a module", "a module whose dict is kept"),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a callback dies with its weak reference, or right after it was called",
  },
  programs("dealloc_order_functions", "a weak reference's callback"),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a class dies only in a collection, and then its attributes in the order of its dict",
  },
  programs(
    "dealloc_order_functions",
    "a class, found by the collector",
    "the last instance of a class that has no name",
  ),
);

// death-order-of-calls.test.ts has these.
note("dealloc_order_functions", [
  "a generator never started",
  "a suspended generator",
  "a suspended generator with a cell",
  "a finished generator",
  "an exception",
  "a traceback of three frames",
  "a frame that is kept",
]);

everyProgram("dealloc_order_functions", {
  "an iterator over a list that was used": "there are no iterators",
  "a property": "there are no properties",
});
