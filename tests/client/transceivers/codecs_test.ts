/** Which codecs are offered, and which first, in whatever browser. */

import { assertEquals } from "@std/assert";
import { preferCodecs } from "../../../client/transceivers/codecs.ts";

const codecs = ["audio/opus", "audio/PCMU", "audio/red", "audio/CN"].map((mimeType) => ({ mimeType }));

function play(known: readonly { mimeType: string }[] | null, kind: "audio" | "video"): string[] {
  const before = Object.getOwnPropertyDescriptor(globalThis, "RTCRtpReceiver");
  const value = { getCapabilities: () => known && { codecs: known } };
  Object.defineProperty(globalThis, "RTCRtpReceiver", { configurable: true, value });
  const set: string[] = [];
  try {
    preferCodecs(
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
  assertEquals(play([{ mimeType: "video/VP8" }, { mimeType: "video/red" }], "video"), []);
  preferCodecs({}, "audio");
  preferCodecs(undefined, "audio");
});

const fmtp = (mode: number, profile: string) =>
  `level-asymmetry-allowed=1;packetization-mode=${mode};profile-level-id=${profile}`;
const h264 = (mode: number, profile: string) => ({ mimeType: "video/H264", sdpFmtpLine: fmtp(mode, profile) });

/** What is left of the codecs of pictures that a browser knows, with their parameters; none if it is left as it is. */
function playPictures(known: readonly { mimeType: string; sdpFmtpLine?: string }[]): readonly unknown[] {
  const value = { getCapabilities: () => ({ codecs: known }) };
  const before = Object.getOwnPropertyDescriptor(globalThis, "RTCRtpReceiver");
  Object.defineProperty(globalThis, "RTCRtpReceiver", { configurable: true, value });
  let set: readonly unknown[] = [];
  try {
    preferCodecs({ setCodecPreferences: (all) => void (set = [...all]) }, "video");
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, "RTCRtpReceiver");
    else Object.defineProperty(globalThis, "RTCRtpReceiver", before);
  }
  return set;
}

Deno.test("Pictures go without the variants that no call comes to use, and stay in their order", () => {
  const [vp8, rtx, vp9] = [{ mimeType: "video/VP8" }, { mimeType: "video/rtx" }, { mimeType: "video/VP9" }];
  const [plain, rich] = [{ ...vp9, sdpFmtpLine: "profile-id=0" }, { ...vp9, sdpFmtpLine: "profile-id=2" }];
  const av1 = { mimeType: "video/AV1", sdpFmtpLine: "level-idx=5;profile=0;tier=0" };
  const richer = { mimeType: "video/AV1", sdpFmtpLine: "level-idx=5;profile=1;tier=0" };
  const [common, high] = [h264(1, "42e01f"), h264(1, "640c1f")];
  const spare = [h264(0, "42e01f"), h264(1, "42001f"), h264(1, "4d001f"), h264(0, "640c1f")];
  assertEquals(
    playPictures([vp8, rtx, plain, rich, ...spare.slice(0, 2), common, ...spare.slice(2), high, av1, richer]),
    [vp8, rtx, plain, common, high, av1],
  );
});

Deno.test("Where the variant that all have is missing, every variant of H.264 stays", () => {
  const others = [h264(0, "42e01f"), h264(1, "42001f")];
  assertEquals(playPictures(others), []);
  const rich = { mimeType: "video/VP9", sdpFmtpLine: "profile-id=2" };
  assertEquals(playPictures([...others, rich]), others);
});
