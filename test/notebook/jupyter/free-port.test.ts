/** Ports for the server. */
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, isFree } from "../../../lib/notebook/jupyter/free-port";

test("a port that a server listens on is not free, and is free again when it has ended", async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  await new Promise((closed) => server.close(closed));
  expect(await isFree(port)).toBe(true);
});

test("the port that is chosen can be listened on, and is Jupyter's own or one after it", async () => {
  const port = await freePort();
  expect(port).toBeGreaterThanOrEqual(8888);
  expect(await isFree(port)).toBe(true);
});
