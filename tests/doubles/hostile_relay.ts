/**
 * A server in front of the real one that hands on its page and does with each peer message what it is told to: a broken
 * or hostile relay, as browsers meet it. The page is unchanged, unless a script of the test's own is to run before it,
 * for a browser whose driver can run none there.
 */

import type { PeerMessage } from "../../signaling/protocol.ts";

/** Returns what arrives in place of a peer message; `to` is the ID it is for. */
export type Alter = (message: PeerMessage) => readonly object[];

const SCRIPT_PATH = "/script_of_the_test.js";

export class HostileRelay implements AsyncDisposable {
  alter: Alter = (message) => [message];
  readonly #target: string;
  readonly #script: string | null;
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #sockets = new Set<WebSocket>();

  /** `target` is the host of the real server, which must know itself by this relay's host too. */
  constructor({ target, port = 0, script = null }: { target: string; port?: number; script?: string | null }) {
    this.#target = target;
    this.#script = script;
    this.#server = Deno.serve({ port, hostname: "127.0.0.1", onListen() {} }, (request) => this.#handle(request));
  }

  get origin(): string {
    return `http://localhost:${this.#server.addr.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    await this.#server.shutdown();
  }

  async #handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.headers.get("upgrade") !== "websocket") {
      if (pathname === SCRIPT_PATH) {
        return new Response(this.#script, { headers: { "content-type": "text/javascript" } });
      }
      const response = await fetch(`http://${this.#target}${pathname}`);
      const headers = new Headers(response.headers);
      for (const name of ["content-encoding", "content-length"]) headers.delete(name); // It has been unpacked.
      const isPage = this.#script !== null && headers.get("content-type")?.startsWith("text/html");
      const body = isPage
        ? (await response.text()).replace("<head>", `<head><script src="${SCRIPT_PATH}"></script>`)
        : await response.bytes();
      return new Response(body, { headers, status: response.status });
    }
    const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
    this.#join(socket, new WebSocket(`ws://${this.#target}${pathname}`));
    return response;
  }

  #join(client: WebSocket, server: WebSocket): void {
    for (const [from, to] of [[client, server], [server, client]] as const) {
      this.#sockets.add(from);
      from.onclose = () => {
        this.#sockets.delete(from);
        to.close();
      };
    }
    client.onmessage = this.#handOn(server, (data) => [data]);
    server.onmessage = this.#handOn(client, (data) => {
      const message = JSON.parse(data);
      return "callId" in message && "tabId" in message ? this.alter(message).map((one) => JSON.stringify(one)) : [data];
    });
  }

  /** What comes before the other side is open waits for that: either end may be the first to speak. */
  #handOn(to: WebSocket, read: (data: string) => string[]): (event: MessageEvent<string>) => void {
    const early: string[] = [];
    to.onopen = () => early.splice(0).forEach((text) => to.send(text));
    return ({ data }) => {
      const texts = read(data);
      if (to.readyState === WebSocket.CONNECTING) early.push(...texts);
      else if (to.readyState === WebSocket.OPEN) { for (const text of texts) to.send(text); }
    };
  }
}
