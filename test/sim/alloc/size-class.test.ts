import { expect, test } from "vitest";
import { requestShareBytes, sizeClassBytes } from "../../../lib/dist/sim/alloc/size-class";
import { profileOf } from "../../../lib/dist/sim/profile";

const { allocator } = profileOf("3.13");

test("a request is served by the next multiple of 16", () => {
  expect([1, 16, 17, 88, 96, 511, 512].map(sizeClassBytes)).toEqual([16, 16, 32, 96, 96, 512, 512]);
});

test("a block carries its share of its pool's header and tail: 170 blocks of 96 bytes in 16 KiB", () => {
  expect(requestShareBytes(allocator, 88)).toBe(16384 / 170);
  expect(requestShareBytes(allocator, 16)).toBe(16384 / 1021);
});

test("a request over 512 bytes takes what it asks for, a request for nothing takes nothing", () => {
  expect(requestShareBytes(allocator, 513)).toBe(513);
  expect(requestShareBytes(allocator, 0)).toBe(0);
});
