/**
 * A page without a browser: the client's own socket and reliable channels, joined as `calls.ts` and `call_line.ts` join them,
 * behind a path of its own to the server. It says numbered things in calls and writes down what becomes of each.
 */

import { CallChannel } from "../../client/line/channel.ts";
import type { ChannelOutput, NumberedSealed } from "../../client/line/channel_options.ts";
import { Outbox } from "../../client/socket/outbox.ts";
import { SignalingClient } from "../../client/socket/signaling_client.ts";
import {
  type CallId,
  createTabId,
  type ErrorCode,
  type PeerId,
  type SealedMessage,
  type TabId,
} from "../../signaling/protocol.ts";
import { createLabelled, labelOf } from "./channel_world.ts";
import { ChaosProxy } from "./chaos_proxy.ts";
import type { History } from "./history.ts";
import type { Random } from "./random.ts";
import type { TestIdentity } from "./test_identity.ts";

/** How often channels look for messages to repeat, in milliseconds; as `calls.ts` has it. */
const REPEAT_TICK_MS = 500;

/** One call at one end. */
type Leg = {
  readonly channel: CallChannel;
  readonly streamId: string;
  /** What was sent and has no fate yet, oldest first. */
  readonly open: string[];
  saidCount: number;
  isBound: boolean;
};

export type FaultEndOptions = {
  readonly identity: TestIdentity;
  /** The servers, any of which will do. */
  readonly serverPorts: readonly number[];
  readonly history: History;
  readonly random: Random;
  /** Whether a call may still begin or go on; what is left of one that is over rings nowhere. */
  readonly isOn: (callId: CallId) => boolean;
  /** Nobody took the call: the caller gives up. */
  readonly onRefused: (callId: CallId) => void;
};

export class FaultEnd implements AsyncDisposable {
  readonly proxy: ChaosProxy;
  readonly #options: FaultEndOptions;
  readonly #legs = new Map<CallId, Leg>();
  readonly #sockets = new Set<Promise<void>>();
  readonly #outbox = new Outbox({
    now: () => performance.now(),
    send: (message) => this.#client.send(message),
  });
  #tabId: TabId = createTabId();
  #client: SignalingClient;
  #repeatTimer: ReturnType<typeof setInterval>;

  constructor(options: FaultEndOptions) {
    this.#options = options;
    this.proxy = new ChaosProxy({ targetPort: options.serverPorts });
    this.#client = this.#createClient();
    this.#repeatTimer = setInterval(() => this.#tick(), REPEAT_TICK_MS);
  }

  get peerId(): PeerId {
    return this.#options.identity.peerId;
  }

  get isRegistered(): boolean {
    return this.#client.isRegistered;
  }

  has(callId: CallId): boolean {
    return this.#legs.has(callId);
  }

  /** Whether everything that was said in the call has been acknowledged, by the tab that the call is bound to. */
  isSettled(callId: CallId): boolean {
    const leg = this.#legs.get(callId);
    return leg === undefined || (leg.isBound && leg.open.length === 0);
  }

  /** Says how the end stands in the call, for whoever looks for what went wrong. */
  describe(callId: CallId): string {
    const leg = this.#legs.get(callId);
    const line = `${this.isRegistered ? "registered" : "not registered"}, ${this.proxy.connectionCount} connections`;
    if (leg === undefined) return `${line}, not in the call`;
    return `${line}, ${leg.isBound ? "bound" : "unbound"}, ${leg.open.length} of ${leg.saidCount} unacknowledged`;
  }

  start(): void {
    this.#client.start();
  }

  /** As when the network changes: a fresh socket beside the one that there is. */
  refresh(): void {
    this.#client.refresh();
  }

  /** Loads the page anew: another tab with the same ID. Its calls must be over. */
  reload(): void {
    if (this.#legs.size > 0) throw new Error("Cannot reload: a call is on");
    this.#client.stop();
    this.#tabId = createTabId();
    this.#client = this.#createClient();
    this.#client.start();
  }

  placeCall(callId: CallId, remotePeerId: PeerId, { isPatient }: { isPatient: boolean }): void {
    this.#createLeg(callId, remotePeerId, isPatient);
    this.say(callId);
  }

  /** Says the next thing in the call. */
  say(callId: CallId): void {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return;
    const label = `${this.#tabId}-${++leg.saidCount}`;
    this.#options.history.recordSend(leg.streamId, label);
    leg.open.push(label);
    this.#run(callId, leg, leg.channel.send(createLabelled(label), performance.now()));
  }

  /** Ends the call here; whatever is unacknowledged has expired. */
  close(callId: CallId): void {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return;
    const confirmedCount = leg.open.length - leg.channel.unackedCount;
    leg.open.forEach((label, index) =>
      this.#options.history.recordFate(leg.streamId, label, index < confirmedCount ? "delivered" : "expired")
    );
    this.#legs.delete(callId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#repeatTimer);
    this.#client.stop();
    await this.proxy[Symbol.asyncDispose]();
    await Promise.all(this.#sockets);
  }

  #createClient(): SignalingClient {
    const host = `127.0.0.1:${this.proxy.port}`;
    return new SignalingClient({
      url: `ws://${host}/socket`,
      host,
      identity: { lifetime: "kept", prove: (nonce, signedHost) => this.#options.identity.prove(nonce, signedHost) },
      now: () => performance.now(),
      random: () => this.#options.random.next(),
      isUrgent: () => true,
      createSocket: (url) => this.#createSocket(url),
      handlers: {
        registered: (_id, _iceServers, limits) => {
          this.#outbox.configure(limits);
          this.#forEachLeg((channel) => channel.handleReconnect(performance.now()));
        },
        iceServers: () => {},
        lost: () => {},
        message: (message) => this.#receive(message),
        error: ({ code, callId }) => this.#handleUndelivered(code, callId),
      },
    });
  }

  /** A socket is done with when its close event has come, long after the client has lost interest. */
  #createSocket(url: string): WebSocket {
    const socket = new WebSocket(url);
    const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
    this.#sockets.add(closed);
    void closed.then(() => this.#sockets.delete(closed));
    return socket;
  }

  #createLeg(callId: CallId, remotePeerId: PeerId, isPatient: boolean): Leg {
    const channel = new CallChannel({
      callId,
      tabId: this.#tabId,
      localPeerId: this.peerId,
      remotePeerId,
      isPatient,
    });
    const leg: Leg = { channel, streamId: `${callId} ${this.#tabId}`, open: [], saidCount: 0, isBound: false };
    this.#legs.set(callId, leg);
    return leg;
  }

  #bind(leg: Leg, remoteTabId: TabId): void {
    leg.isBound = true;
    leg.channel.bind(remoteTabId);
    this.#options.history.recordBind(leg.streamId, remoteTabId);
  }

  #receive(message: SealedMessage): void {
    const { callId } = message;
    if (!this.#options.isOn(callId) || message.clientId !== this.peerId) return;
    const isFirst = message.seq === 1;
    const known = this.#legs.get(callId);
    const leg = known ?? (isFirst ? this.#takeCall(message) : undefined);
    if (leg === undefined) return;
    this.#run(callId, leg, leg.channel.receive(message, performance.now()));
    if (known === undefined) this.say(callId); // It answers, and so the caller learns whom it has reached.
  }

  /** A callee's tab belongs to the caller's from the start. */
  #takeCall(message: SealedMessage): Leg {
    const leg = this.#createLeg(message.callId, message.id, false);
    this.#bind(leg, message.tabId);
    return leg;
  }

  #handleUndelivered(code: ErrorCode, callId: CallId | undefined): void {
    if (code !== "peer-unavailable" && code !== "unavailable") return;
    const leg = callId === undefined ? undefined : this.#legs.get(callId);
    if (callId === undefined || leg === undefined) return;
    this.#run(callId, leg, leg.channel.handleUndelivered(code, performance.now()));
  }

  #tick(): void {
    this.#forEachLeg((channel) => channel.tick(performance.now()));
  }

  #forEachLeg(step: (channel: CallChannel) => ChannelOutput[]): void {
    for (const [callId, leg] of this.#legs) this.#run(callId, leg, step(leg.channel));
  }

  #run(callId: CallId, leg: Leg, outputs: readonly ChannelOutput[]): void {
    const { history } = this.#options;
    for (const output of outputs) {
      switch (output.type) {
        case "transmit":
          this.#outbox.send(output.message);
          break;
        case "deliver":
          this.#deliver(leg, output.message);
          break;
        case "refused":
          for (const message of output.messages) {
            leg.open.splice(leg.open.indexOf(labelOf(message)), 1);
            history.recordFate(leg.streamId, labelOf(message), "refused");
          }
          if (!leg.isBound) this.#options.onRefused(callId);
      }
    }
    // Before it is bound, an acknowledgement may be that of a tab which does not get the call.
    if (!leg.isBound) return;
    for (const label of leg.open.splice(0, leg.open.length - leg.channel.unackedCount)) {
      history.recordFate(leg.streamId, label, "delivered");
    }
  }

  #deliver(leg: Leg, message: NumberedSealed): void {
    this.#options.history.recordDelivery(`${message.callId} ${message.tabId}`, this.#tabId, labelOf(message));
    if (!leg.isBound) this.#bind(leg, message.tabId); // The first of the callee's tabs that answers has the call.
  }
}
