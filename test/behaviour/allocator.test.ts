/** How pymalloc rounds requests, and which block it uses again first. Pools and arenas: test/oracle/pymalloc.test.ts. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { free, malloc } from "../../lib/dist/sim/alloc/malloc";
import { Pymalloc } from "../../lib/dist/sim/alloc/pymalloc";
import { sizeClassBytes } from "../../lib/dist/sim/alloc/size-class";
import { profileOf } from "../../lib/dist/sim/profile";
import { oracle } from "../oracle/read-oracle";
import { behaviour } from "./behaviour";

const GRANULE_BYTES = 16;

behaviour(
  {
    item: 17,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a request is rounded up to a multiple of 16 bytes, and over 512 bytes is not served from the pools",
  },
  (version) => {
    for (const [requestBytes, blockBytes] of oracle("size_classes", version).data.classes) {
      const m = new Pymalloc(profileOf(version).allocator);
      const [first, second] = [malloc(m, requestBytes), malloc(m, requestBytes)];
      const distance = (second - first) * GRANULE_BYTES;
      expect([requestBytes, first < 0 ? null : distance]).toEqual([requestBytes, blockBytes]);
      if (blockBytes !== null) expect(sizeClassBytes(requestBytes)).toBe(blockBytes);
    }
  },
);

behaviour(
  {
    item: 21,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "of the blocks freed in a full pool the last one is used first",
  },
  (version) => {
    for (const { dropped, reused } of oracle("size_classes", version).data.reused) {
      const m = new Pymalloc(profileOf(version).allocator);
      const perPool = m.blocksPerPool[sizeClassBytes(WIDE_BYTES) / GRANULE_BYTES]!;
      const kept = Array.from({ length: 6 * perPool }, () => malloc(m, WIDE_BYTES));
      for (const k of dropped) free(m, kept[perPool + k]!);
      const again = dropped.map(() => kept.indexOf(malloc(m, WIDE_BYTES)) - perPool);
      expect(again).toEqual(reused);
    }
  },
);

behaviour(
  {
    item: 21,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "new objects get the ids of the dead ones of their size, that of the last one first",
  },
  (version) => {
    for (const { dropped, reused } of oracle("size_classes", version).data.reused) {
      const heap = new Heap(version);
      const Wide = heap.class("Wide", { slots: Array.from({ length: 30 }, (_, k) => `slot${k}`) });
      expect(heap.getsizeof(heap.instance(Wide))).toBe(WIDE_BYTES);
      const kept = Array.from({ length: 20 }, () => heap.instance(Wide));
      const ids = kept.map(({ id }) => id);
      for (const k of dropped) heap.decref(kept[k]!);
      expect(dropped.map(() => ids.indexOf(heap.instance(Wide).id))).toEqual(reused);
    }
  },
);

/** What an instance with 30 slots asks for. */
const WIDE_BYTES = 32 + 30 * 8;
