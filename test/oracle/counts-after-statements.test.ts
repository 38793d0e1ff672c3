import { expect, test } from "vitest";
import { listingCounts } from "../../lib/dist";
import { oracle } from "./read-oracle";
import { profilesFor } from "./tiny-python";

test.each(["3.11", "3.12", "3.13"])(
  "after each statement of the listing, run twice, the counts are those of CPython %s",
  (series) => {
    const { statements } = oracle("counts_after_statements", series).data;
    for (const profile of profilesFor(series))
      expect(listingCounts(2, profile).statements).toEqual(statements.slice(0, -1));
    expect(statements.at(-1)).toEqual({ code: "gc.collect()", objects: [] });
  },
);
