/** One `Connection` over a recorded one of the browser's: what it reported, in order, and a clock that the test moves. */

import FakeTimers from "@sinonjs/fake-timers";
import { Connection, type ConnectionSettings } from "../../client/connection/connection.ts";
import { NO_TRACKS } from "../../client/media/source.ts";
import { createFingerprint, createMediaSdp } from "./description.ts";
import { type RecordedPeerConnection, recordPeerConnections } from "./recorded_peer_connection.ts";

/** In the order of their sections. */
const KINDS = ["audio", "video", "video", "audio"];
const TOLD = "a=video-calling-sources:microphone=0 camera=1 screen=2 screen-sound=3\r\n";
export const OFFER = {
  type: "offer",
  sdp: createMediaSdp(createFingerprint(1), KINDS).replace("m=", `${TOLD}m=`),
} as const;
export const ANSWER = { type: "answer", sdp: createMediaSdp(createFingerprint(2), KINDS) } as const;
export const SILENT = NO_TRACKS;
export const [AUDIO, VIDEO] = ["audio", "video"].map((kind) => ({ kind }) as MediaStreamTrack) as [
  MediaStreamTrack,
  MediaStreamTrack,
];
export const TURN = { urls: ["stun:a.example", "turn:b.example"], username: "name", credential: "word" };

export class ConnectionWorld {
  readonly clock: FakeTimers.Clock;
  readonly log: unknown[] = [];
  /** How long a message may be to be read. */
  readsMax = Infinity;
  readonly connection: Connection;
  readonly pc: RecordedPeerConnection;
  readonly restore: () => void;
  readonly #settings: ConnectionSettings;

  constructor(settings: ConnectionSettings) {
    this.clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
    const { made, restore } = recordPeerConnections();
    this.restore = restore;
    this.#settings = settings;
    this.connection = this.create();
    const [pc] = made;
    if (pc === undefined) throw new Error("No connection was made");
    this.pc = pc;
  }

  create(): Connection {
    return new Connection({
      ...this.#settings,
      certificate: "certificate" as never,
      isUnbound: false,
      handlers: {
        candidates: (candidates) => void this.log.push(["candidates", candidates]),
        state: (state) => void this.log.push(["state", state]),
        track: (source, track) => void this.log.push(["track", source, track]),
        control: (text) => void this.log.push(["control", text]),
        arrived: (length) => length <= this.readsMax,
        heard: () => void this.log.push("heard"),
        error: (error) => void this.log.push(["error", (error as Error).message]),
      },
    });
  }

  get senders() {
    return this.pc.transceivers.map(({ sender }) => sender);
  }

  /** What each of the senders sends. */
  get tracks() {
    return this.senders.map(({ track }) => track);
  }
}

export function connectionTest(
  name: string,
  run: (world: ConnectionWorld) => Promise<void> | void,
  settings: ConnectionSettings = { iceServers: [TURN], isRelayOnly: false },
): void {
  Deno.test(name, async () => {
    const world = new ConnectionWorld(settings);
    try {
      await run(world);
    } finally {
      world.restore();
      world.clock.uninstall();
    }
  });
}

/** Lets every promise that is due have its say. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
