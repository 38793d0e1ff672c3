/** Finds a TCP port for a server on this machine. */

import { createServer } from "node:net";

/** Jupyter's own; the next free one is taken from here on. */
const firstPort = 8888;
const portsToTry = 100;

/** Can a server listen on `port` of the local address now? */
export function isFree(port: number): Promise<boolean> {
  return new Promise((decided) => {
    const server = createServer();
    server.once("error", () => decided(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => decided(true)));
  });
}

/** The first free port from 8888 on. Another program may take it before the caller does. */
export async function freePort(): Promise<number> {
  for (let port = firstPort; port < firstPort + portsToTry; port++) if (await isFree(port)) return port;
  throw new Error(`No port from ${firstPort} to ${firstPort + portsToTry - 1} is free on this machine.`);
}
