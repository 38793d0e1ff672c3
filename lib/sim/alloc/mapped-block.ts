/** Blocks so large that the C library maps each by itself, in whole pages, and unmaps it when it is freed. After glibc's `sysmalloc_mmap`. */

import { BadArgumentError } from "../errors";
import { Page } from "./resident";

/** In granules. */
const enum Region {
  /** The lowest address. */
  BASE = -(2 ** 30),
  PAGES = 2 ** 22,
}

interface Gap {
  page: number;
  pages: number;
}

/** The mapped blocks of a process. */
export class MappedBlocks {
  /** Requests from here on are mapped (`M_MMAP_THRESHOLD`): 128 KiB at first. */
  thresholdBytes: number = 128 * 1024;
  /** Length in pages, by address. */
  readonly pagesOf: Map<number, number> = new Map();
  /** Gaps between them, from the lowest to the highest; no two touch, and none touches {@link topPage}. */
  readonly gaps: Gap[] = [];
  /** From this page on nothing is mapped. */
  topPage = 0;
  /** All are assumed to be written to. */
  pagesInUse = 0;
}

/**
 * Map a block.
 *
 * Simplified: the kernel finds a place of its own; here it is the lowest gap that is long enough.
 *
 * @returns Its address.
 * @throws {BadArgumentError} When the 16 GiB that addresses can tell apart are mapped.
 */
export function mapBlock(blocks: MappedBlocks, sizeBytes: number): number {
  const pages = pagesFor(sizeBytes);
  const address = Region.BASE + takePages(blocks, pages) * Page.GRANULES + 1;
  blocks.pagesOf.set(address, pages);
  blocks.pagesInUse += pages;
  return address;
}

/** Unmap a block. Its pages go back to the system at once. @returns how many they were. */
export function unmapBlock(blocks: MappedBlocks, address: number): number {
  const pages = blocks.pagesOf.get(address)!;
  blocks.pagesOf.delete(address);
  blocks.pagesInUse -= pages;
  givePages(blocks, (address - 1 - Region.BASE) / Page.GRANULES, pages);
  return pages;
}

/** Whole pages for a request and the 16 bytes in front of it. */
export function pagesFor(sizeBytes: number): number {
  return Math.ceil((sizeBytes + 16) / Page.BYTES);
}

function takePages(blocks: MappedBlocks, pages: number): number {
  const index = blocks.gaps.findIndex((gap) => gap.pages >= pages);
  const gap = blocks.gaps[index];
  if (gap !== undefined) {
    const { page } = gap;
    gap.page += pages;
    gap.pages -= pages;
    if (gap.pages === 0) blocks.gaps.splice(index, 1);
    return page;
  }
  const page = blocks.topPage;
  if (page + pages > Region.PAGES)
    throw new BadArgumentError(
      "malloc: no room for another mapped block. Blocks of 128 KiB and more can take 16 GiB, and all of it is in use. Let the program keep smaller objects.",
    );
  blocks.topPage = page + pages;
  return page;
}

/** Merge freed pages with the gaps before and after them. */
function givePages(blocks: MappedBlocks, page: number, pages: number): void {
  const { gaps } = blocks;
  const found = gaps.findIndex((gap) => gap.page > page);
  let index = found < 0 ? gaps.length : found;
  const before = gaps[index - 1];
  if (before !== undefined && before.page + before.pages === page) before.pages += pages;
  else gaps.splice(index++, 0, { page, pages });
  const merged = gaps[index - 1]!;
  const after = gaps[index];
  if (after !== undefined && merged.page + merged.pages === after.page) {
    merged.pages += after.pages;
    gaps.splice(index, 1);
  }
  if (merged.page + merged.pages !== blocks.topPage) return;
  blocks.topPage = merged.page;
  gaps.pop();
}
