/** A socket of the service as the doctor holds one: answers pings by itself, and has every other message waited for. */

import {
  derivePeerId,
  encodeBase64Url,
  encodeMessage,
  encodeRegistration,
  type PeerId,
  type PeerMessage,
  type ServerMessage,
} from "../signaling/protocol.ts";
import { parseMessage } from "../signaling/any_message.ts";
import { within } from "./finding.ts";

type Message = ServerMessage | PeerMessage;
type MessageOf<T extends Message["type"]> = Extract<Message, { type: T }>;

/** What the server said instead of what was waited for. */
export class RefusedError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`the server says ${code}`);
    this.code = code;
  }
}

export class Line implements Disposable {
  /** Number of pings that came. */
  pingCount = 0;
  /** Resolves when the socket closes. */
  readonly closed: Promise<number>;
  readonly #url: URL;
  readonly #socket: WebSocket;
  readonly #messages: Message[] = [];
  #wake = () => {};

  constructor(url: URL) {
    this.#url = url;
    const address = new URL("socket", url);
    address.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    // As a browser's page would; the types are the browser's, where a page cannot say this by itself.
    this.#socket = Reflect.construct(WebSocket, [address, { headers: { origin: url.origin } }]);
    const closed = Promise.withResolvers<number>();
    this.closed = closed.promise;
    this.#socket.onclose = ({ code }) => {
      closed.resolve(code);
      this.#wake();
    };
    this.#socket.onmessage = ({ data }) => this.#take(parseMessage(String(data)));
  }

  #take(message: Message | null): void {
    if (message === null) return;
    if (message.type === "ping") {
      this.pingCount += 1;
      if (this.#socket.readyState === WebSocket.OPEN) this.send({ type: "pong" });
      return;
    }
    this.#messages.push(message);
    this.#wake();
  }

  send(message: Parameters<typeof encodeMessage>[0]): void {
    this.#socket.send(encodeMessage(message));
  }

  /** Waits for a message of this type. Rejects if an error comes instead, or the end. */
  next<T extends Message["type"]>(type: T): Promise<MessageOf<T>> {
    const isWanted = (message: Message): message is MessageOf<T> => message.type === type;
    const search = async (): Promise<MessageOf<T>> => {
      for (;;) {
        const message = this.#messages.shift();
        if (message === undefined) {
          if (this.#socket.readyState === WebSocket.CLOSED) throw new Error("the socket closed");
          await new Promise<void>((resolve) => this.#wake = resolve);
        } else if (isWanted(message)) return message;
        else if (message.type === "error") throw new RefusedError(message.code);
      }
    };
    return within(search(), `answer of the kind "${type}"`);
  }

  /** Registers with a fresh key, which proves that proxy and server agree on the name in the address bar. */
  async register(): Promise<{ id: PeerId; iceServers: MessageOf<"registered">["iceServers"] }> {
    const { nonce } = await this.next("challenge");
    const keys = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
    const signed = await crypto.subtle.sign("Ed25519", keys.privateKey, encodeRegistration(nonce, this.#url.host));
    const signature = encodeBase64Url(new Uint8Array(signed));
    this.send({ type: "register", publicKey: encodeBase64Url(publicKey), signature });
    const { id, iceServers } = await this.next("registered");
    if (id !== await derivePeerId(publicKey)) throw new Error("the server grants another ID than the key's");
    return { id, iceServers };
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
