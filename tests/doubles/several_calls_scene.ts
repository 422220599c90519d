/**
 * A page in several calls at once, with real rules, lines and devices, and the pages of whoever it is in a call with; what
 * browsers do is played, and time passes as the test has it.
 */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { remoteMediaOf } from "../../client/features/media_state/media_key.ts";
import { Media } from "../../client/media/media.ts";
import type { PeerMessage } from "../../signaling/protocol.ts";
import { FakeNetwork } from "./fake_peer_connection.ts";
import { RelayedEnd, takeTurn } from "./relayed_pair.ts";
import { createTestIdentity } from "./test_identity.ts";

/** Turns after which nothing is to be expected any more. */
const TURNS_MAX = 20_000;

class Device {
  readyState = "live";
  enabled = true;
  muted = false;
  constructor(readonly kind: string) {}
  getSettings() {
    return { deviceId: this.kind };
  }
  stop(): void {
    this.readyState = "ended";
  }
}

/** A page with real rules, lines and devices, and whoever calls it. */
export class Scene {
  readonly guests: RelayedEnd[] = [];
  readonly devices: Device[] = [];
  readonly media: Media;
  readonly host: RelayedEnd;

  constructor(
    identity: Awaited<ReturnType<typeof createTestIdentity>>,
    readonly network: FakeNetwork,
    options: { isOneHeard?: boolean },
  ) {
    const media = this.media = new Media(() => this.host.calls.handleLocalMedia());
    this.host = new RelayedEnd(identity, { callsMax: 3, media, ...options });
    this.host.onSend = (message) => {
      for (const guest of this.guests) if (guest.peerId === message.clientId) carry(message, guest);
    };
  }

  /** Somebody calls. */
  async ring(): Promise<RelayedEnd> {
    const guest = new RelayedEnd(await createTestIdentity());
    this.guests.push(guest);
    guest.onSend = (message) => carry(message, this.host);
    guest.calls.placeCall(this.host.peerId);
    const find = () => this.host.views.find(({ remotePeerId }) => remotePeerId === guest.peerId);
    await until(() => find()?.phase === "incoming", "it rings");
    return guest;
  }

  /** Somebody calls, and the person takes it. */
  async talk({ video }: { video: boolean }): Promise<RelayedEnd> {
    const guest = await this.ring();
    const find = () => this.host.views.find(({ remotePeerId }) => remotePeerId === guest.peerId);
    const callId = find()?.callId;
    assert(callId !== undefined);
    this.host.calls.placeRing(callId, "front");
    this.host.calls.acceptCall(callId, { video });
    await until(() => guest.view?.phase === "connected" && find()?.phase === "connected", "they are connected");
    return guest;
  }

  /** What the host sends to a guest, by kind. */
  sentTo(guest: RelayedEnd): string[] {
    const isTheirs = (tracks: readonly unknown[] = []) => tracks.includes(guest.tracks.microphone);
    const connection = this.network.connections.find(({ peer, connectionState }) =>
      connectionState === "connected" && isTheirs(peer?.tracksSent)
    );
    return (connection?.tracksSent ?? []).map((track) => (track as Device).kind).sort();
  }

  get live(): string[] {
    return this.devices.filter(({ readyState }) => readyState === "live").map(({ kind }) => kind).sort();
  }

  /** Waits until each guest gets, and is told to get, this. */
  async waitFor(expected: readonly string[][], what: string): Promise<void> {
    const told = ({ view }: RelayedEnd) => view === null ? null : remoteMediaOf(view);
    await until(() =>
      this.guests.every((guest, index) => {
        const kinds = expected[index] ?? [];
        return `${this.sentTo(guest)}` === `${kinds}` && told(guest)?.camera === kinds.includes("video");
      }), what);
  }
}

export function carry(message: PeerMessage, to: RelayedEnd): void {
  const copy = structuredClone(message);
  queueMicrotask(() => to.calls.reception.receive(copy));
}

let clock: FakeTimers.Clock;

export async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    if (isSo()) return;
    await takeTurn();
    if (turn % 100 === 99) clock.tick(100); // A frame, for what is shown with the next one.
  }
  throw new Error(`Never: ${what}`);
}

export function severalTest(
  name: string,
  run: (scene: Scene) => Promise<void>,
  options: { isOneHeard?: boolean } = {},
): void {
  Deno.test(name, async () => {
    const network = new FakeNetwork();
    const restores = [network.install()];
    clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    const replace = (target: object, property: string, value: unknown) => {
      const before = Object.getOwnPropertyDescriptor(target, property);
      Object.defineProperty(target, property, { configurable: true, value });
      restores.push(() => {
        if (before === undefined) Reflect.deleteProperty(target, property);
        else Object.defineProperty(target, property, before);
      });
    };
    let scene: Scene | null = null;
    replace(globalThis, "document", { addEventListener: () => {} });
    replace(navigator, "permissions", { query: () => Promise.resolve({ state: "granted", onchange: null }) });
    replace(navigator, "mediaDevices", {
      getUserMedia(constraints: MediaStreamConstraints) {
        const opened = (["audio", "video"] as const).filter((kind) => constraints[kind]).map((kind) =>
          new Device(kind)
        );
        scene?.devices.push(...opened);
        return Promise.resolve({ getTracks: () => opened });
      },
      enumerateDevices: () => Promise.resolve([]),
      addEventListener: () => {},
    });
    try {
      scene = new Scene(await createTestIdentity(), network, options);
      await run(scene);
      for (const { calls, views } of [scene.host, ...scene.guests]) {
        for (const { callId } of views) calls.hangUp(callId);
      }
      assertEquals(scene.live, [], "No device stays on");
    } finally {
      clock.uninstall();
      for (const restore of restores.reverse()) restore();
    }
  });
}

/** What a call is sent, by kind. */
export const [SOUND, ALL] = [["audio"], ["audio", "video"]];
