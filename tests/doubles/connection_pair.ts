/**
 * Two ends of a call that replace their connection, with every step in the hands of the test: what is on its way, what
 * connects when, and whether the path is alive. The connections only keep the score, as far as RTCPeerConnection has one:
 * a pair connects once the offerer has the answer and both are open. The two of a pair share the text of their offer.
 */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { Description } from "../../client/connection/description.ts";
import type { ConnectionOptions, ConnectionSettings } from "../../client/connection/connection.ts";
import { bySource, NO_TRACKS, type Tracks } from "../../client/media/source.ts";
import { Connections } from "../../client/connection/connections.ts";
import type { AnyConnection } from "../../client/connection/connections_options.ts";
import type { ConnectionId, IceCandidates } from "../../signaling/protocol.ts";

type Score = {
  offer: string;
  isOpen: boolean;
  hasAnswer: boolean;
  isConnected: boolean;
  tracks: Tracks;
  /** The other end's, in the order in which they came. */
  candidates: IceCandidates;
  settings: ConnectionSettings | null;
};
export type Made = { readonly score: Score; readonly options: ConnectionOptions };
type Message = { readonly description: Description; readonly connectionId: ConnectionId };

/** Enough turns for every promise that is due to have its say. */
export async function letPromisesSettle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

export { NO_TRACKS };

class FakeStream {
  readonly tracks = new Set<MediaStreamTrack>();
  getTracks = () => [...this.tracks];
  addTrack = (track: MediaStreamTrack) => void this.tracks.add(track);
  removeTrack = (track: MediaStreamTrack) => void this.tracks.delete(track);
}

export class End {
  readonly connections: Connections;
  readonly sent: Message[] = [];
  /** What was said besides and in between, in order; the descriptions of `sent` are in it too. */
  readonly told: unknown[] = [];
  readonly made: Made[] = [];
  readonly opened: string[] = [];
  readonly errors: unknown[] = [];
  crossed = 0;
  readonly streams = bySource(() => new FakeStream());
  isAlive = true;
  /** Descriptions that the browser is still busy with, the oldest first. */
  readonly busy: (() => void)[] = [];
  /** What the browser will not do. */
  readonly refuses = new Set<"create" | "createOffer" | "prepareAnswer" | "applyAnswer">();
  /** The connections whose descriptions were to be proved. */
  readonly proved: ConnectionId[] = [];
  proving: Promise<void> = Promise.resolve();

  constructor({ isPolite, nowMs }: { isPolite: boolean; nowMs: () => number }) {
    this.connections = new Connections({
      isPolite,
      remoteStreams: this.streams as never,
      settings: () => ({ iceServers: [], isRelayOnly: false }),
      now: nowMs,
      isAlive: () => this.isAlive,
      prove: async (connectionId) => {
        this.proved.push(connectionId);
        await this.proving;
        return { publicKey: "key", signature: "signature" };
      },
      createCertificate: () => Promise.resolve("certificate" as never),
      createConnection: (options) => this.#createConnection(options),
      handlers: {
        candidates: (candidates, connectionId) => void this.told.push({ candidates, connectionId }),
        description: (description, connectionId) => {
          this.sent.push({ description, connectionId });
          this.told.push({ [description.type]: connectionId });
        },
        opened: () => void this.opened.push(this.current?.score.offer ?? ""),
        failed: () => void this.told.push("failed"),
        replacing: ({ isOffered }) => void this.told.push(isOffered ? "remote offered" : "replacing"),
        remoteCrossed: () => void this.crossed++,
        arrived: () => true,
        control: () => {},
        heard: () => void this.told.push("heard"),
        error: (error) => void this.errors.push(error),
      },
    });
  }

  get current(): Made | undefined {
    return this.made.find((made) => faceOf.get(made) === this.connections.current);
  }

  get open(): Made[] {
    return this.made.filter(({ score }) => score.isOpen);
  }

  /** Lets the browser finish the description that it has been busy with for longest. */
  async work(): Promise<boolean> {
    const finish = this.busy.shift();
    finish?.();
    await letPromisesSettle();
    return finish !== undefined;
  }

  /** Lets the browser finish what this waits for. */
  async finish<T>(result: Promise<T>): Promise<T> {
    await letPromisesSettle();
    await this.work();
    return await result;
  }

  #assertAble(what: "create" | "createOffer" | "prepareAnswer" | "applyAnswer"): void {
    if (this.refuses.has(what)) throw new Error(what);
  }

  #createConnection(options: ConnectionOptions): AnyConnection {
    this.#assertAble("create");
    const score: Score = {
      offer: "",
      isOpen: true,
      hasAnswer: false,
      isConnected: false,
      tracks: NO_TRACKS,
      candidates: [],
      settings: null,
    };
    const made: Made = { score, options };
    this.made.push(made);
    const takeTime = async <T>(what: "createOffer" | "prepareAnswer", result: T): Promise<T> => {
      await new Promise<void>((resolve) => this.busy.push(resolve));
      this.#assertAble(what);
      return result;
    };
    const face = {
      createOffer: (tracks: Tracks) => {
        Object.assign(score, { tracks, offer: `offer ${offers++}` });
        return takeTime("createOffer", { type: "offer", sdp: score.offer } as const);
      },
      prepareAnswer: ({ sdp }: Description) => {
        Object.assign(score, { hasAnswer: true, offer: sdp });
        return takeTime("prepareAnswer", { type: "answer", sdp: "" } as const);
      },
      applyAnswer: () => {
        if (!score.isOpen || score.hasAnswer || this.refuses.has("applyAnswer")) {
          return Promise.reject(new Error("wrong state"));
        }
        score.hasAnswer = true;
        return Promise.resolve();
      },
      addCandidates: (candidates) => Promise.resolve(void score.candidates.push(...candidates)),
      setTracks: (tracks: Tracks) => Promise.resolve(void Object.assign(score, { tracks })),
      configure: (settings) => void (score.settings = settings),
      close: () => void (score.isOpen = false),
    } as Partial<AnyConnection> as AnyConnection;
    faceOf.set(made, face);
    return face;
  }
}

const faceOf = new WeakMap<Made, AnyConnection>();
let offers = 0;

export class Pair {
  readonly ends: readonly [End, End];
  nowMs = 0;

  private constructor() {
    const nowMs = () => this.nowMs;
    this.ends = [new End({ isPolite: true, nowMs }), new End({ isPolite: false, nowMs })];
  }

  /** Two ends whose first connection is up. */
  static async connect(): Promise<Pair> {
    const pair = new Pair();
    const [caller, callee] = pair.ends;
    const offer = await caller.finish(caller.connections.prepareOffer(NO_TRACKS));
    await caller.connections.applyAnswer(await callee.finish(callee.connections.prepareAnswer(offer)));
    for (const end of [0, 1] as const) pair.connectNewest(end);
    return pair;
  }

  /** Lets an end offer another connection, as far as it does before its browser has to work. */
  replace(at: 0 | 1, options: { isForced: boolean; spareMs?: number }): void {
    void this.ends[at].connections.replace(options);
  }

  /** Delivers the next message of an end, if there is one. */
  deliver(from: 0 | 1): boolean {
    const message = this.ends[from].sent.shift();
    if (message === undefined) return false;
    void this.ends[1 - from]?.connections.applyDescription(message.description, message.connectionId);
    return true;
  }

  /** Lets an end's browser finish the description that it has been busy with for longest. */
  work(at: 0 | 1): Promise<boolean> {
    return this.ends[at].work();
  }

  /** Lets an end see that its newest connection is up, if that can be so. */
  connectNewest(at: 0 | 1): boolean {
    const made = this.ends[at].open.at(-1);
    const other = this.ends[1 - at]?.made.find(({ score }) => score.offer === made?.score.offer);
    if (made === undefined || other === undefined || made.score.isConnected) return false;
    const isUp = [made, other].every(({ score }) => score.hasAnswer && (score.isOpen || score.isConnected));
    if (!isUp) return false;
    made.score.isConnected = true;
    made.options.handlers.state("connected");
    return true;
  }

  /** Delivers and connects all there is, until nothing more can happen. */
  async settle(): Promise<void> {
    for (let isBusy = true; isBusy;) {
      isBusy = false;
      for (const end of [0, 1] as const) {
        while (await this.work(end)) isBusy = true;
        while (this.deliver(end)) isBusy = true;
        while (this.connectNewest(end)) isBusy = true;
      }
    }
  }
}

/** Both ends use the same connection, and it is up. */
export function assertAgreed([a, b]: readonly [End, End], message?: string): void {
  assertEquals(a.current?.score.offer, b.current?.score.offer, message);
  for (const end of [a, b]) assert(end.current?.score.isConnected && end.current.score.isOpen, message);
}

/** Runs with timers that never fire by themselves: old connections stay until `clock` says so. */
export function pairTest(name: string, run: (pair: Pair, clock: FakeTimers.Clock) => Promise<void>): void {
  Deno.test(name, async () => {
    const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await run(await Pair.connect(), clock);
    } finally {
      clock.uninstall();
    }
  });
}

/** Runs an act and gives back what it reported on the console. */
export async function recordWarnings(act: () => unknown): Promise<unknown[][]> {
  const warnings: unknown[][] = [];
  const { warn } = console;
  console.warn = (...words) => void warnings.push(words);
  try {
    await act();
    await letPromisesSettle();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
