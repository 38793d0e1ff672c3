/** Items 39, 40 and 43: what a collection does not free, and where it is afterwards. */

import { expect } from "vitest";
import { behaviour } from "./behaviour";
import { everyProgram, note, programOf, programs, runProgram } from "./program";

behaviour(
  {
    item: 39,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "__del__ runs once in an object's life, whether it dies by counting or in a collection",
  },
  programs(
    "resurrection",
    "__del__ runs once, whatever the death: counting, then counting",
    "__del__ runs once: by the collector, then by the collector, then by counting",
  ),
);

behaviour(
  {
    item: 39,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "resurrection is transitive; one resurrected object saves the whole pass up to 3.8, only what it reaches from 3.9 on",
  },
  programs(
    "resurrection",
    "resurrection is transitive",
    "one object resurrected among ten cycles",
    "both of a pair, one of which is resurrected",
    "garbage that the resurrected does not reach, in a chain that leads to it",
  ),
);

behaviour(
  {
    item: 39,
    versions: "3.10-3.13",
    compared: "real interpreter",
    claim: "is_finalized is true when __del__ has run; inside it not yet, when the object dies by counting",
  },
  programs("resurrection", "is_finalized before, inside, after; of another class, of an int"),
);

behaviour(
  {
    item: 40,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a resurrected object goes one generation up with all it reaches; by counting it begins again in generation 0",
  },
  programs(
    "resurrection",
    "where a resurrected object is afterwards",
    "by counting, an object begins again in the youngest generation",
  ),
);

behaviour(
  {
    item: 40,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a survivor moves one generation up, behind those that are there; get_objects and get_referrers go through the lists from the youngest",
  },
  programs(
    "collector",
    "a survivor moves one generation up",
    "where objects are after collections, in the order of the lists",
    "get_referrers goes through the generations from the youngest",
  ),
);

behaviour(
  {
    item: 43,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "frozen objects are in no generation and are not collected until they are unfrozen, into the oldest one",
  },
  (version) => {
    programs("collector", "the order after freeze and unfreeze")(version);
    const { program, written } = programOf("collector", version, frozenProgram);
    const seen = runProgram("collector", version, program);
    // CPython 3.12 keeps 375 immortal start-up objects in the permanent generation from the start.
    const from = version === "3.12" ? 1 : 0;
    expect(seen.slice(from)).toEqual(written.slice(from));
  },
);
const frozenProgram = "frozen objects are in no generation and are not collected until they are unfrozen";
note("collector", [frozenProgram]);

behaviour(
  {
    item: 43,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "DEBUG_SAVEALL finalizes what was found, keeps it in gc.garbage in the order of the list, and returns the same number",
  },
  programs("collector", "DEBUG_SAVEALL keeps what was found in gc.garbage, finalized"),
);

everyProgram("resurrection");
