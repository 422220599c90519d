import { assertEquals } from "@std/assert";
import { Playback, REPLAYS_MAX, REPLAYS_MS } from "../../../../client/screens/pieces/playback.ts";

type Element = { srcObject: object | null; isConnected: boolean; muted: boolean; plays: number; play(): Promise<void> };

function createElement(refusal?: string): Element & HTMLMediaElement {
  return {
    ...{ srcObject: {}, isConnected: true, muted: false, plays: 0 },
    play() {
      this.plays++;
      return refusal === undefined ? Promise.resolve() : Promise.reject(new DOMException("no", refusal));
    },
  } as Element & HTMLMediaElement;
}

/** Lets promises that are settled have their say. */
function settle(): Promise<void> {
  return new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));
}

Deno.test("Playback plays on what was paused from outside, and leaves alone what is put away or empty", async () => {
  const playback = new Playback(() => {}, () => 0);
  const element = createElement();
  playback.handlePause(element);
  assertEquals(element.plays, 1);
  for (const fields of [{ isConnected: false }, { srcObject: null }]) {
    const other = createElement();
    Object.assign(other, fields);
    playback.handlePause(other);
    assertEquals(other.plays, 0, `${Object.keys(fields)}`);
  }
  playback.play(null);
  await settle();
});

Deno.test("Playback shows a stream, and takes it from an element that is put away", () => {
  const stream = {} as MediaStream;
  const element = createElement();
  const detach = new Playback(() => {}, () => 0).show(element, stream);
  assertEquals([element.srcObject === stream, element.plays], [true, 1]);
  detach();
  assertEquals(element.srcObject, null);
  const empty = createElement();
  new Playback(() => {}, () => 0).show(empty, undefined)();
  assertEquals([empty.srcObject, empty.plays], [null, 0]);
});

Deno.test("Playback asks for a tap where the browser wants one, and only sound that plays takes that back", async () => {
  const asked: boolean[] = [];
  const playback = new Playback((isNeeded) => asked.push(isNeeded), () => 0);
  for (const [refusal, isMuted] of [["AbortError", false], ["NotAllowedError", false], [undefined, true]] as const) {
    playback.play(Object.assign(createElement(refusal), { muted: isMuted }));
    await settle();
  }
  assertEquals(asked, [true]);
  playback.play(createElement());
  await settle();
  assertEquals(asked, [true, false]);
});

Deno.test("Playback argues with whatever pauses a call only so often, then asks the person", async () => {
  const asked: boolean[] = [];
  let nowMs = 0;
  const playback = new Playback((isNeeded) => asked.push(isNeeded), () => nowMs);
  const element = createElement("AbortError");
  for (let pauses = 0; pauses < REPLAYS_MAX + 1; pauses++) playback.handlePause(element);
  assertEquals([element.plays, asked], [REPLAYS_MAX, [true]]);
  nowMs += REPLAYS_MS;
  playback.handlePause(element);
  assertEquals([element.plays, asked], [REPLAYS_MAX + 1, [true]]);
  await settle();
});
