/** From what the kernel published while a cell ran to the outputs that a notebook stores. */

import type { PublishedMessage } from "./kernel-client";
import type { DisplayOutput, ErrorOutput, Output, StreamOutput } from "./notebook";
import { portableErrorText } from "./portable-error-text";
import type { JsonObject } from "./python-json";

/**
 * Make the outputs of all cells of a run.
 *
 * Consecutive texts of one stream become one, an updated display keeps its place and shows its last state, error texts say
 * nothing about this machine.
 *
 * @param cells - For each cell what was published for it, in order of arrival.
 */
export function cellOutputs(cells: readonly (readonly PublishedMessage[])[]): Output[][] {
  const displays = new Map<unknown, DisplayOutput>();
  for (const message of cells.flat())
    if (message.type.endsWith("display_data")) displays.set(displayKey(message), displayOutput(message));
  return cells.map((messages) => {
    const outputs = messages.flatMap((message) => storedOutput(message, displays) ?? []);
    return mergeStreams(outputs).map(portable);
  });
}

/** What identifies a display for later updates: its id; without one it stays as it is. */
function displayKey(message: PublishedMessage): unknown {
  const { transient } = message.content as { transient?: { display_id?: string } };
  return transient?.display_id ?? message;
}

function displayOutput({ content }: PublishedMessage): DisplayOutput {
  const { data, metadata } = content as { data: JsonObject; metadata?: JsonObject };
  return { output_type: "display_data", data, metadata: metadata ?? {} };
}

function storedOutput(message: PublishedMessage, displays: Map<unknown, DisplayOutput>): Output | undefined {
  switch (message.type) {
    case "display_data":
      return displays.get(displayKey(message));
    case "stream": {
      const { name, text } = message.content as unknown as StreamOutput;
      return { output_type: "stream", name, text };
    }
    case "error": {
      const { ename, evalue, traceback } = message.content as unknown as ErrorOutput;
      return { output_type: "error", ename, evalue, traceback };
    }
  }
  return undefined;
}

function mergeStreams(outputs: readonly Output[]): Output[] {
  const merged: Output[] = [];
  for (const output of outputs) {
    const last = merged.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name)
      merged[merged.length - 1] = { ...last, text: last.text + output.text };
    else merged.push(output);
  }
  return merged;
}

function portable(output: Output): Output {
  if (output.output_type === "stream" && output.name === "stderr")
    return { ...output, text: portableErrorText(output.text) };
  if (output.output_type === "error")
    return { ...output, traceback: portableErrorText(output.traceback.join("\n")).split("\n") };
  return output;
}
