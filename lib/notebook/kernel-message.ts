/** One message of the Jupyter protocol 5.3, as signed frames on the wire. */

import { createHmac, randomUUID } from "node:crypto";

/** What a message says about itself. */
export interface MessageHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A received message. */
export interface KernelMessage {
  readonly header: MessageHeader;
  /** The header of the request that this message answers. */
  readonly parent: Partial<MessageHeader>;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Between the routing frames and the signature. Source: Jupyter's messaging documentation, "The wire protocol". */
const delimiter: Buffer = Buffer.from("<IDS|MSG>");

/** Make the header of a new message of this session. */
export function newHeader(msgType: string, session: string): MessageHeader {
  const date = new Date().toISOString();
  return { msg_id: randomUUID(), msg_type: msgType, session, username: "leakloop", date, version: "5.3" };
}

/** Write a request as frames, signed with the connection's key. */
export function encodeMessage(header: MessageHeader, content: object, key: string): (Buffer | string)[] {
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return [delimiter, sign(parts, key), ...parts];
}

/**
 * Read the frames of one message.
 *
 * @returns Nothing when the frames are not a message signed with `key`: a port may turn out to be somebody else's.
 */
export function decodeMessage(frames: readonly Buffer[], key: string): KernelMessage | undefined {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  const [signature, ...parts] = frames.slice(start + 1).map(String);
  const [header, parent, , content] = parts;
  if (start < 0 || !header || !parent || !content || signature !== sign(parts.slice(0, 4), key))
    return undefined;
  return {
    header: JSON.parse(header) as MessageHeader,
    parent: JSON.parse(parent) as Partial<MessageHeader>,
    content: JSON.parse(content) as Record<string, unknown>,
  };
}

function sign(parts: readonly string[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
