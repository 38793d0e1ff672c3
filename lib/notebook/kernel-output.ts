/** The one place that hands output to the tslab kernel, whose own `display` sends a single MIME type at a time. */

import { createRequire } from "node:module";

/** One output in as many forms as there are readers; each takes the richest that it understands. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** The part of tslab that sends an output of the running cell. */
interface TslabJupyter {
  readonly lastWriteDisplayData: ((output: KernelOutput, update: boolean) => void) | null;
}

interface KernelOutput {
  readonly data: MimeBundle;
  readonly metadata: MimeBundle;
  readonly transient: Readonly<Record<string, never>>;
}

/**
 * Send one output to the running cell.
 *
 * @param data - Contents by MIME type.
 * @param metadata - Hints by MIME type.
 * @returns False when no kernel runs in this process; then nothing was sent.
 */
export function sendOutput(data: MimeBundle, metadata: MimeBundle): boolean {
  const send = kernel()?.lastWriteDisplayData;
  if (!send) return false;
  send({ data, metadata, transient: {} }, false);
  return true;
}

/** tslab as the kernel loaded it; loading it here would open sockets that nobody listens to. */
function kernel(): TslabJupyter | undefined {
  const require = createRequire(__filename);
  return require.cache[require.resolve("tslab/dist/jupyter")]?.exports as TslabJupyter | undefined;
}
