/** The five ports and the key that a kernel and its client share, and the client's three sockets on them. */

import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer, type Server } from "node:net";
import { decodeMessage, encodeMessage, type KernelMessage, newHeader } from "./kernel-message";
import { type DealerSocket, loadZeroMq, type SubscriberSocket } from "./zeromq";

/** What a connection file says. Source: Jupyter's "Making kernels for Jupyter", "Connection files". */
export interface ConnectionInfo {
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly ip: string;
  readonly key: string;
  readonly transport: "tcp";
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
}

/**
 * Choose five ports that are free now, and a new key.
 *
 * Another program may take a port before the kernel does: whoever starts the kernel must expect that.
 */
export async function newConnectionInfo(): Promise<ConnectionInfo> {
  const servers = await Promise.all(Array.from({ length: 5 }, listenAnywhere));
  const [shell, iopub, stdin, control, hb] = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return {
    shell_port: shell!,
    iopub_port: iopub!,
    stdin_port: stdin!,
    control_port: control!,
    hb_port: hb!,
    ip: "127.0.0.1",
    key: randomUUID(),
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };
}

function listenAnywhere(): Promise<Server> {
  return new Promise((listening, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => listening(server));
  });
}

/** The client's side of the sockets. */
export class KernelConnection {
  readonly #key: string;
  readonly #session: string = randomUUID();
  readonly #shell: DealerSocket;
  readonly #control: DealerSocket;
  readonly #iopub: SubscriberSocket;

  /**
   * Connect to the ports of `info`, whether or not a kernel listens there yet.
   *
   * @param onReply - Called for each message on the shell and control sockets.
   * @param onPublished - Called for each message on the iopub socket.
   */
  constructor(
    info: ConnectionInfo,
    onReply: (message: KernelMessage) => void,
    onPublished: (message: KernelMessage) => void,
  ) {
    const { Dealer, Subscriber } = loadZeroMq();
    const address = (port: number): string => `${info.transport}://${info.ip}:${port}`;
    this.#key = info.key;
    this.#shell = new Dealer({ linger: 0 });
    this.#control = new Dealer({ linger: 0 });
    this.#iopub = new Subscriber({ linger: 0 });
    this.#shell.connect(address(info.shell_port));
    this.#control.connect(address(info.control_port));
    this.#iopub.connect(address(info.iopub_port));
    this.#iopub.subscribe();
    void this.#receive(this.#shell, onReply);
    void this.#receive(this.#control, onReply);
    void this.#receive(this.#iopub, onPublished);
  }

  /** Ends when the socket is closed. */
  async #receive(socket: AsyncIterable<Buffer[]>, take: (message: KernelMessage) => void): Promise<void> {
    for await (const frames of socket) {
      const message = decodeMessage(frames, this.#key);
      if (message !== undefined) take(message);
    }
  }

  /**
   * Send a request.
   *
   * @returns The request's id, which its reply and all it publishes carry as parent.
   */
  send(channel: "shell" | "control", msgType: string, content: object): string {
    const header = newHeader(msgType, this.#session);
    const socket = channel === "shell" ? this.#shell : this.#control;
    void socket.send(encodeMessage(header, content, this.#key));
    return header.msg_id;
  }

  /** Close the three sockets; messages not yet sent are dropped. Closing again does nothing. */
  close(): void {
    this.#shell.close();
    this.#control.close();
    this.#iopub.close();
  }
}
