/** The zeromq that tslab itself uses: one native module for kernel and client, and no second copy to install. */

import { createRequire } from "node:module";

/** A socket that sends requests and receives replies, each a list of frames. */
export interface DealerSocket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  send(frames: readonly (Buffer | string)[]): Promise<void>;
  close(): void;
}

/** A socket that receives everything its peer publishes after it was connected; earlier messages are lost. */
export interface SubscriberSocket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  subscribe(): void;
  close(): void;
}

/** The part of zeromq 6 that a Jupyter client needs. */
export interface ZeroMq {
  readonly Dealer: new (options: { linger: number }) => DealerSocket;
  readonly Subscriber: new (options: { linger: number }) => SubscriberSocket;
}

/**
 * Load zeromq from where tslab finds it.
 *
 * @throws {Error} When tslab is not installed, or zeromq has no prebuilt binary for this platform.
 */
export function loadZeroMq(): ZeroMq {
  const tslabRequire = createRequire(require.resolve("tslab/package.json"));
  return tslabRequire("zeromq") as ZeroMq;
}
