/** Sharing a screen as one call has it: what is sent and shown, however it begins, fails and ends. */

import { assert, assertEquals } from "@std/assert";
import { open } from "../../../../client/features/screen_share/screen_share.ts";
import type { ShareView } from "../../../../client/features/screen_share/screen_share_key.ts";
import type { Tracks } from "../../../../client/media/source.ts";
import { settle } from "../../../doubles/feature_end.ts";

class Track {
  readyState = "live";
  contentHint = "";
  onended: (() => void) | null = null;
  constructor(readonly kind: string) {}
  stop(): void {
    this.readyState = "ended";
  }
}

/** One end that shares, over a browser that gives these tracks when the person has chosen. */
class Sharer implements Disposable {
  readonly sent: Partial<Tracks>[] = [];
  readonly views: ShareView[] = [];
  readonly asked: DisplayMediaStreamOptions[] = [];
  tracks = [new Track("video"), new Track("audio")];
  /** What the browser has given. */
  picture: MediaStream | null = null;
  refusal: Error | null = null;
  /** The person has the question before them. */
  isHeld = false;
  choose: () => void = () => {};
  readonly #before = Object.getOwnPropertyDescriptor(navigator, "mediaDevices");
  readonly feature = open(
    { send: () => true, sendTracks: (tracks: Partial<Tracks>) => void this.sent.push(tracks) } as never,
    { changed: () => void this.views.push(this.feature.view) } as never,
  );

  constructor() {
    const getDisplayMedia = async (options: DisplayMediaStreamOptions) => {
      this.asked.push(options);
      if (this.isHeld) await new Promise<void>((resolve) => this.choose = resolve);
      if (this.refusal !== null) throw this.refusal;
      const ofKind = (kind: string) => this.tracks.filter((track) => track.kind === kind);
      const getTracks = () => this.tracks;
      const [getVideoTracks, getAudioTracks] = [() => ofKind("video"), () => ofKind("audio")];
      return this.picture = { getTracks, getVideoTracks, getAudioTracks } as never;
    };
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: { getDisplayMedia } });
  }

  [Symbol.dispose](): void {
    if (this.#before === undefined) Reflect.deleteProperty(navigator, "mediaDevices");
    else Object.defineProperty(navigator, "mediaDevices", this.#before);
  }

  get areStopped(): boolean {
    return this.tracks.every(({ readyState }) => readyState === "ended");
  }
}

const NOTHING = { screen: null, "screen-sound": null };
const IDLE: ShareView = { phase: "idle", picture: null, hasSound: false, isMoving: false, problem: null };

Deno.test("A screen is sent with its sound, sharp before smooth, and the page's own window is no choice", async () => {
  using sharer = new Sharer();
  await sharer.feature.share();
  const [screen, sound] = sharer.tracks;
  assertEquals(sharer.sent, [{ screen, "screen-sound": sound }] as never);
  assertEquals(sharer.views.map(({ phase }) => phase), ["choosing", "sharing"]);
  assertEquals([sharer.feature.view.hasSound, screen?.contentHint], [true, "detail"]);
  const [options] = sharer.asked as Record<string, unknown>[];
  assertEquals([options?.selfBrowserSurface, options?.surfaceSwitching, options?.systemAudio], [
    ...["exclude", "include", "include"],
  ]);
});

Deno.test("A screen without sound is sent alone", async () => {
  using sharer = new Sharer();
  sharer.tracks = [new Track("video")];
  await sharer.feature.share();
  assertEquals(sharer.sent, [{ screen: sharer.tracks[0], "screen-sound": null }] as never);
  assertEquals(sharer.feature.view, { ...IDLE, phase: "sharing", picture: sharer.picture });
});

Deno.test("Sharing ends by a press, by the browser's own button, and with the call, and stops what was shared", async () => {
  const ends: ((sharer: Sharer) => unknown)[] = [
    ({ feature }) => feature.stop(),
    ({ tracks }) => tracks[0]?.onended?.(),
  ];
  for (const end of ends) {
    using sharer = new Sharer();
    await sharer.feature.share();
    end(sharer);
    assertEquals([sharer.sent.at(-1), sharer.feature.view, sharer.areStopped], [NOTHING, IDLE, true]);
    sharer.tracks = [new Track("video")];
    await sharer.feature.share();
    assertEquals(sharer.feature.view.phase, "sharing", "Once more");
  }
  using sharer = new Sharer();
  await sharer.feature.share();
  const [sent, views] = [sharer.sent.length, sharer.views.length];
  sharer.feature.close();
  assertEquals([sharer.areStopped, sharer.sent.length, sharer.views.length], [true, sent, views]);
});

Deno.test("What is chosen when the call is over, or closed at once, is stopped and not sent", async () => {
  using sharer = new Sharer();
  sharer.isHeld = true;
  const sharing = sharer.feature.share();
  sharer.feature.close();
  sharer.choose();
  await sharing;
  assertEquals([sharer.areStopped, sharer.sent], [true, []]);
  using hasty = new Sharer();
  hasty.tracks[0]?.stop();
  await hasty.feature.share();
  assertEquals([hasty.areStopped, hasty.feature.view, hasty.sent], [true, IDLE, [NOTHING]]);
});

Deno.test("A second press while the person chooses asks nothing more", async () => {
  using sharer = new Sharer();
  sharer.isHeld = true;
  const sharing = sharer.feature.share();
  await sharer.feature.share();
  sharer.choose();
  await sharing;
  await sharer.feature.share();
  assertEquals(sharer.asked.length, 1);
});

Deno.test("Whoever cancels hears nothing of it; of all else what it was, until the next try", async () => {
  const refusals: [name: string, message: string, problem: ShareView["problem"]][] = [
    ["NotAllowedError", "Permission denied", null],
    ["NotAllowedError", "Permission denied by system", "blocked"],
    ["NotReadableError", "", "blocked"],
    ["NotFoundError", "", "nothing"],
    ["AbortError", "", "failed"],
    ["InvalidStateError", "", "failed"],
  ];
  using sharer = new Sharer();
  for (const [name, message, problem] of refusals) {
    sharer.refusal = new DOMException(message, name);
    await sharer.feature.share();
    assertEquals(sharer.feature.view, { ...IDLE, problem }, `${name} ${message}`);
  }
  sharer.refusal = new TypeError("no");
  await sharer.feature.share();
  assertEquals([sharer.feature.view.problem, sharer.sent], ["failed", []]);
  sharer.refusal = null;
  await sharer.feature.share();
  assertEquals(sharer.feature.view, { ...IDLE, phase: "sharing", picture: sharer.picture, hasSound: true });
});

Deno.test("What moves is sent smooth before sharp, for as long as it is shared", async () => {
  using sharer = new Sharer();
  sharer.feature.setMoving(true);
  assertEquals(sharer.feature.view, IDLE);
  await sharer.feature.share();
  sharer.feature.setMoving(true);
  assertEquals([sharer.tracks.map(({ contentHint }) => contentHint), sharer.feature.view.isMoving], [
    ["motion", ""],
    true,
  ]);
  sharer.feature.setMoving(false);
  assertEquals(sharer.tracks[0]?.contentHint, "detail");
  await settle();
  assert(sharer.sent.length === 1);
});

Deno.test("Sharing goes on in the call that takes its call's place, unasked, and what was chosen meanwhile is sent there", async () => {
  const sent: Partial<Tracks>[] = [];
  const line = { sendTracks: (tracks: Partial<Tracks>) => void sent.push(tracks) } as never;
  using sharer = new Sharer();
  await sharer.feature.share();
  let changes = 0;
  sharer.feature.goOn(line, { changed: () => void changes++ } as never);
  const [screen, sound] = sharer.tracks;
  assertEquals(
    [sent, sharer.feature.view.phase, sharer.asked.length],
    [[{ screen, "screen-sound": sound }], "sharing", 1] as never,
  );
  sharer.tracks[0]?.onended?.();
  assertEquals([sent.at(-1), sharer.sent.length, changes, sharer.areStopped], [NOTHING, 1, 1, true]);
  using choosing = new Sharer();
  choosing.isHeld = true;
  const sharing = choosing.feature.share();
  choosing.feature.goOn(line, { changed: () => {} } as never);
  choosing.choose();
  await sharing;
  assertEquals([sent.at(-1)?.screen, choosing.sent], [choosing.tracks[0], []] as never);
});
