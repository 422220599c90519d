/**
 * One `CallLine` over recorded connections of the browser's: what it reported and what it gave to the server, in order, and
 * a clock that the test moves. The other end is the test.
 */

import FakeTimers from "@sinonjs/fake-timers";
import type { ProvenEnd } from "../../client/bulk/bulk_options.ts";
import { Credit } from "../../client/bounds/credit.ts";
import type { FeatureEntry } from "../../client/feature/feature.ts";
import { CallLine } from "../../client/line/call_line.ts";
import { Lookout } from "../../client/line/lookout.ts";
import { createCallId, createTabId, encodeMessage, type PeerId, type PeerMessage } from "../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "./description.ts";
import {
  type RecordedChannel,
  type RecordedPeerConnection,
  recordPeerConnections,
} from "./recorded_peer_connection.ts";

export const LOW_ID = "0000-0000-0000-0000-0000" as PeerId;
export const HIGH_ID = "zzzz-zzzz-zzzz-zzzz-zzzz" as PeerId;
export const ANSWER = { type: "answer", sdp: createSdp(createFingerprint(2)) } as const;
const PROOF = { publicKey: "key", signature: "signature" };
export const [CALL_ID, TAB_ID, REMOTE_TAB_ID] = [createCallId(), createTabId(), createTabId()];

/** One as they all are, and one that is older than `feature`. */
export const LINE_FEATURES: readonly FeatureEntry[] = [
  { name: "chat", messages: { max: 3, perSecond: 1 }, bytesMax: 0, load: () => Promise.reject(new Error("no code")) },
  {
    ...{ name: "media-state", type: "media-state", messages: { max: 2, perSecond: 1 }, bytesMax: 0 },
    load: () => Promise.reject(new Error("no code")),
  },
];

export class LineWorld {
  readonly clock = FakeTimers.install({
    now: 1_000_000, // As that of a page, which does not begin at 0.
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
  readonly log: unknown[] = [];
  readonly byServer: PeerMessage[] = [];
  readonly delivered: PeerMessage[] = [];
  readonly warnings: unknown[][] = [];
  readonly #recorded = recordPeerConnections();
  readonly #warn = console.warn;
  readonly remotePeerId: PeerId;
  readonly localPeerId: PeerId;
  readonly remoteTabId = REMOTE_TAB_ID;
  readonly line: CallLine;
  /** What the other end may still make this one say. */
  readonly credit = new Credit();
  serverHeardAgoMs = 0;
  /** Features that take nothing more for now. */
  readonly crowded: string[] = [];
  /** What the other end has proved and told, once the call was accepted. */
  provenEnd: ProvenEnd | null = null;
  iceServers: { urls: string }[] = [];
  #seq = 0;

  constructor({ isPolite = true, isPatient = false, isAnswering = false, hasLookout = true } = {}) {
    console.warn = (...words: unknown[]) => void this.warnings.push(words);
    [this.localPeerId, this.remotePeerId] = isPolite ? [LOW_ID, HIGH_ID] : [HIGH_ID, LOW_ID];
    this.line = new CallLine({
      callId: CALL_ID,
      tabId: TAB_ID,
      localPeerId: this.localPeerId,
      remotePeerId: this.remotePeerId,
      isPatient,
      isAnswering,
      features: LINE_FEATURES,
      credit: this.credit,
      now: () => this.clock.now,
      serverHeardAgoMs: () => this.serverHeardAgoMs,
      createLookout: (options) => hasLookout ? new Lookout(options) : null,
      prove: () => Promise.resolve(PROOF),
      provenEnd: () => this.provenEnd,
      openFeature: () => null,
      gate: {
        isKeyless: () => false,
        localFingerprint: () => null,
        offerHash: () => undefined,
        knownKey: () => null,
      },
      settings: () => ({ iceServers: this.iceServers, isRelayOnly: false }),
      handlers: {
        mayTake: (feature) => !this.crowded.includes(feature),
        receive: (message) => {
          this.delivered.push(message);
          this.log.push(["deliver", message.type]);
        },
        receiveDirect: (feature, body) => void this.log.push(["direct", feature, body]),
        event: (event) => void this.log.push(event),
        sendByServer: (message) => void this.byServer.push(message),
        doubt: () => void this.log.push("doubt"),
        pathChanged: (path) => void this.log.push(["path", path]),
      },
    });
  }

  close(): void {
    this.#recorded.restore();
    this.clock.uninstall();
    console.warn = this.#warn;
  }

  get made(): RecordedPeerConnection[] {
    return this.#recorded.made;
  }

  /** The connection that was made first, or the one that was made `index` after it. */
  pc(index = 0): RecordedPeerConnection {
    const pc = this.made[index];
    if (pc === undefined) throw new Error(`No connection ${index}`);
    return pc;
  }

  get control(): RecordedChannel {
    return this.pc().channel("control");
  }

  get heartbeat(): RecordedChannel {
    return this.pc().channel("heartbeat");
  }

  /** What has been reported since this was asked last. */
  takeLog(): unknown[] {
    return this.log.splice(0);
  }

  /** The types of what was given to the server, and to the control channel, since this was asked last. */
  takeSent(): { byServer: string[]; byControl: string[] } {
    const byControl = this.made.flatMap((pc) => pc.channel("control").sent.splice(0));
    const byServer = this.byServer.splice(0).map(({ type }) => type);
    return { byServer, byControl: byControl.map((text) => JSON.parse(text).type) };
  }

  /** Makes the first connection and lets it come up; takes what that reports away. */
  async connect(): Promise<void> {
    await this.line.connections.prepareOffer({});
    await this.line.connections.applyAnswer(ANSWER);
    this.pc().become("connected");
    this.takeLog();
  }

  /** The next message of the other end. */
  message(body: object = { type: "call-claimed", claimedBy: TAB_ID }): PeerMessage {
    const ends = { id: this.remotePeerId, clientId: this.localPeerId, callId: CALL_ID, tabId: REMOTE_TAB_ID };
    return { ...ends, seq: ++this.#seq, ...body } as PeerMessage;
  }

  ack(ack: number): PeerMessage {
    return this.message({ type: "ack", ackedTabId: TAB_ID, ack });
  }

  receiveControl(message: object): void {
    this.control.receive(encodeMessage(message as PeerMessage));
  }

  /** Passes time while the other end is heard. */
  async live(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      this.heartbeat.receive("");
      this.clock.tick(Math.min(100, ms - passed));
      await settle();
    }
  }

  /** Passes time without a word from the other end. */
  async hush(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      this.clock.tick(Math.min(100, ms - passed));
      await settle();
    }
  }
}

/** Lets every promise that is due have its say. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

export function lineTest(
  name: string,
  run: (world: LineWorld) => Promise<void> | void,
  options: { isPolite?: boolean; isPatient?: boolean; isAnswering?: boolean; hasLookout?: boolean } = {},
): void {
  Deno.test(name, async () => {
    const world = new LineWorld(options);
    try {
      await run(world);
    } finally {
      world.line.close();
      world.close();
    }
  });
}
