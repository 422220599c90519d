/** Which codecs are offered first, in whatever browser. */

import { assertEquals } from "@std/assert";
import { preferRedundancy } from "../../../client/transceivers/codecs.ts";

const codecs = ["audio/opus", "audio/PCMU", "audio/red", "audio/CN"].map((mimeType) => ({ mimeType }));

function play(known: readonly { mimeType: string }[] | null, kind: "audio" | "video"): string[] {
  const before = Object.getOwnPropertyDescriptor(globalThis, "RTCRtpReceiver");
  const value = { getCapabilities: () => known && { codecs: known } };
  Object.defineProperty(globalThis, "RTCRtpReceiver", { configurable: true, value });
  const set: string[] = [];
  try {
    preferRedundancy(
      { setCodecPreferences: (all) => void set.push(...[...all].map(({ mimeType }) => mimeType)) },
      kind,
    );
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, "RTCRtpReceiver");
    else Object.defineProperty(globalThis, "RTCRtpReceiver", before);
  }
  return set;
}

Deno.test("Sound that is sent more than once comes first, and all else after it as it was", () => {
  assertEquals(play(codecs, "audio"), ["audio/red", "audio/opus", "audio/PCMU", "audio/CN"]);
});

Deno.test("Where there is none, or nothing to say, all stays as it is", () => {
  assertEquals(play(codecs.slice(0, 2), "audio"), []);
  assertEquals(play(null, "audio"), []);
  assertEquals(play(codecs, "video"), []);
  preferRedundancy({}, "audio");
  preferRedundancy(undefined, "audio");
});
