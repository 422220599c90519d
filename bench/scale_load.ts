/**
 * Clients by the thousand for `scale.ts`: each is the page's own signaling client with a key of its own, without the
 * page. Where an instance has died the next try goes to the other, as by a proxy that goes round.
 */

import { SignalingClient } from "../client/socket/signaling_client.ts";
import type { PeerId, PeerMessage, SealedMessage } from "../signaling/protocol.ts";
import { createTestIdentity, type TestIdentity } from "../tests/doubles/test_identity.ts";

/** What the clients sign for, whichever instance they reach; the instances' PUBLIC_HOST. */
export const PUBLIC_HOST = "scale.example";

export class LoadClient {
  readonly peerId: PeerId;
  /** When it was last registered. */
  registeredAtMs = 0;
  registrations = 0;
  onMessage: (message: SealedMessage) => void = () => {};
  readonly #client: SignalingClient;
  readonly #ports: readonly number[];
  #turn: number;
  #socket: WebSocket | null = null;

  constructor(identity: TestIdentity, ports: readonly number[], load: Load) {
    this.peerId = identity.peerId;
    this.#ports = ports;
    this.#turn = 0;
    this.#client = new SignalingClient({
      url: "",
      host: PUBLIC_HOST,
      identity: { lifetime: "kept", prove: (nonce, host) => identity.prove(nonce, host) },
      now: () => performance.now(),
      random: Math.random,
      isUrgent: () => false,
      createSocket: () => this.#open(),
      handlers: {
        registered: (id) => {
          if (id !== this.peerId) load.errors.set("another ID", (load.errors.get("another ID") ?? 0) + 1);
          this.registeredAtMs = performance.now();
          this.registrations += 1;
        },
        iceServers: () => {},
        lost: () => this.#turn += 1,
        message: (message) => this.onMessage(message),
        error: ({ code }) => load.errors.set(code, (load.errors.get(code) ?? 0) + 1),
      },
    });
  }

  get isRegistered(): boolean {
    return this.#client.isRegistered;
  }

  start(): void {
    this.#client.start();
  }

  send(message: PeerMessage): boolean {
    return this.#client.send(message);
  }

  async stop(): Promise<void> {
    const socket = this.#socket;
    const isClosed = socket === null || socket.readyState === WebSocket.CLOSED;
    const closed = isClosed ? null : new Promise((resolve) => socket.addEventListener("close", resolve));
    this.#client.stop();
    await closed;
  }

  #open(): WebSocket {
    this.#socket = new WebSocket(`ws://127.0.0.1:${this.#ports[this.#turn % this.#ports.length]}/socket`);
    return this.#socket;
  }
}

export class Load {
  readonly clients: LoadClient[] = [];
  readonly errors = new Map<string, number>();

  /** Adds clients that try `ports` in turn, so many at a time, and resolves when all are registered. */
  async add(count: number, ports: readonly number[], atOnce = 200): Promise<void> {
    for (let left = count; left > 0; left -= atOnce) {
      const identities = await Promise.all(Array.from({ length: Math.min(left, atOnce) }, createTestIdentity));
      const batch = identities.map((identity) => new LoadClient(identity, ports, this));
      for (const client of batch) client.start();
      this.clients.push(...batch);
      await this.waitFor(() => batch.every(({ isRegistered }) => isRegistered), 60_000);
    }
  }

  async waitFor(isDone: () => boolean, patienceMs: number): Promise<void> {
    const startMs = performance.now();
    while (!isDone()) {
      if (performance.now() - startMs > patienceMs) throw new Error(`It was not so in ${patienceMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.clients.splice(0).map((client) => client.stop()));
  }
}
