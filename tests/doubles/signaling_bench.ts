/** A signaling client, the sockets that it opens, and what it reported, with time standing still until told to go on. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { SignalingClient } from "../../client/socket/signaling_client.ts";
import type { SignalingHandlers } from "../../client/socket/signaling_options.ts";
import type { PeerId, SealedMessage } from "../../signaling/protocol.ts";
import { FakeWebSocket } from "./fake_web_socket.ts";

export const URL = "wss://call.example/socket";
export const HOST = "call.example";
export const LOCAL_ID = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
export const ICE_SERVERS = [{ urls: ["stun:stun.example"] }];

/** Takes over the timers until it is disposed of, and then checks that the client has left none behind. */
export class SignalingBench {
  readonly clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  readonly sockets: FakeWebSocket[] = [];
  /** When each socket was opened. */
  readonly openedAtMs: number[] = [];
  /** Every status that the handlers heard: `registered`, `ice-servers`, `lost`, or `lost` and the error's code. */
  readonly reports: string[] = [];
  readonly messages: SealedMessage[] = [];
  readonly errors: string[] = [];
  /** What the client gets for a random number. */
  random = 0.5;
  hasKey = true;
  /** What is kept as the topic to be found by. */
  presenceTopic: unknown;
  /** Whether a call is on. */
  isUrgent = false;
  readonly client: SignalingClient;
  /** How far the wall clock is ahead of the timers. */
  #skewMs = 0;
  #isProved: Promise<unknown> = Promise.resolve();

  constructor(handlers: Partial<SignalingHandlers> = {}) {
    this.client = new SignalingClient({
      url: URL,
      host: HOST,
      identity: { lifetime: "kept", prove: (nonce, host) => this.#prove(nonce, host) },
      handlers: {
        registered: () => void this.reports.push("registered"),
        iceServers: () => void this.reports.push("ice-servers"),
        lost: (error) => void this.reports.push(error === null ? "lost" : `lost: ${error.code}`),
        message: (message) => void this.messages.push(message),
        error: (error) => void this.errors.push(error.code),
        ...handlers,
      },
      now: () => this.clock.now + this.#skewMs,
      random: () => this.random,
      isUrgent: () => this.isUrgent,
      presenceTopic: () => this.presenceTopic,
      createSocket: (url) => this.#createSocket(url),
    });
  }

  get last(): FakeWebSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("Cannot find a socket: none was opened");
    return socket;
  }

  /** Opens the newest socket and challenges it; resolves when the client has answered. */
  async challenge(nonce = "nonce"): Promise<FakeWebSocket> {
    const socket = this.last;
    socket.open();
    socket.say({ type: "challenge", nonce });
    await this.#isProved;
    return socket;
  }

  /** Lets the newest socket register. */
  async register(): Promise<FakeWebSocket> {
    const socket = await this.challenge();
    socket.say({ type: "registered", id: LOCAL_ID, iceServers: ICE_SERVERS });
    return socket;
  }

  async start(): Promise<FakeWebSocket> {
    this.client.start();
    return await this.register();
  }

  /** Moves the wall clock without the timers, as the machine's sleep does, or someone who sets the clock back. */
  skewClock(ms: number): void {
    this.#skewMs += ms;
  }

  [Symbol.dispose](): void {
    this.client.stop();
    const timerCount = this.clock.countTimers();
    this.clock.uninstall();
    assertEquals(timerCount, 0, "a timer outlives its client");
  }

  #prove(nonce: string, host: string): Promise<{ publicKey: string; signature: string } | null> {
    const proof = Promise.resolve(this.hasKey ? { publicKey: "key", signature: `${nonce} for ${host}` } : null);
    this.#isProved = proof;
    return proof;
  }

  #createSocket(url: string): WebSocket {
    assertEquals(url, URL);
    const socket = new FakeWebSocket();
    this.sockets.push(socket);
    this.openedAtMs.push(this.clock.now);
    return socket as unknown as WebSocket;
  }
}
