/**
 * A shared screen of 1920 × 1080 can be read at the other end: small print on a page that is known, dot by dot. The browser
 * of the sharer is given that page in place of a screen, and what the other end decodes is compared with it.
 */

import { browserTest } from "./browser_test_case.ts";
import { openPair } from "./named_pair.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
/** What share of the dots, and of those of the print alone, must be as they were. */
const SHARE_MIN = 0.95;

/** Draws print of 13 and 16 pixels, dark on light and light on dark, and a caret that blinks, so that there are frames. */
const PAGE = `{
  const canvas = globalThis.known = document.createElement("canvas");
  [canvas.width, canvas.height] = [1920, 1080];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const draw = (isDark) => {
    context.fillStyle = isDark ? "#1e1e1e" : "#fff";
    context.fillRect(isDark ? 960 : 0, 0, 960, 1080);
    context.fillStyle = isDark ? "#e8e8e8" : "#1a1a1a";
    for (let line = 0; line < 50; line++) {
      context.font = (line % 2 ? 13 : 16) + "px sans-serif";
      context.fillText("Line " + line + ": The quick brown fox jumps over the lazy dog, 0123456789; if (a !== b) { return [x, y]; } " +
        "Sphinx of black quartz, judge my vow.", isDark ? 980 : 20, 24 + line * 21, 920);
    }
  };
  draw(false);
  draw(true);
  let isOn = false;
  setInterval(() => {
    context.fillStyle = (isOn = !isOn) ? "#1a1a1a" : "#fff";
    context.fillRect(4, 4, 2, 16);
  }, 100);
  navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(10);
}`;

/** What of the known page is as it was: all of it, and of the print alone (each end's, so that neither adds nor loses any). */
const COMPARE = `(known) => {
  const video = document.querySelector("video.shared-screen");
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1920, 1080];
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 1920, 1080);
  const { data } = context.getImageData(0, 0, 1920, 1080);
  const bits = Uint8Array.from(atob(known), (sign) => sign.charCodeAt(0));
  let [same, print, printBoth, all] = [0, 0, 0, 0];
  for (let y = 24; y < 1080; y++) {
    for (let x = 0; x < 1920; x++) {
      const at = y * 1920 + x;
      const wasLight = (bits[at >> 3] >> (at & 7)) & 1;
      const isLight = data[4 * at + 1] > 127 ? 1 : 0;
      const ground = x < 960 ? 1 : 0;
      all++;
      if (wasLight === isLight) same++;
      if (wasLight !== ground) print++;
      if (isLight !== ground) print++;
      if (wasLight !== ground && isLight !== ground) printBoth += 2;
    }
  }
  return { width: video.videoWidth, height: video.videoHeight, share: same / all, print: printBoth / print };
}`;

/** Each dot of the known page as a bit: whether it is rather light. */
const READ_KNOWN = `(() => {
  const { data } = known.getContext("2d").getImageData(0, 0, 1920, 1080);
  const bits = new Uint8Array(1920 * 1080 / 8);
  for (let at = 0; at < 1920 * 1080; at++) if (data[4 * at + 1] > 127) bits[at >> 3] |= 1 << (at & 7);
  let text = "";
  for (const byte of bits) text += String.fromCharCode(byte);
  return btoa(text);
})()`;

browserTest("Small print on a shared screen of 1920 × 1080 is as legible at the other end", async (scene) => {
  const [kim, lee] = await openPair(scene);
  await kim.evaluate(PAGE);
  await kim.press("Share screen");
  await lee.waitUntil(`document.querySelector("video.shared-screen")?.videoWidth > 0`);
  const known = await kim.evaluate<string>(READ_KNOWN);
  const compare = `(${COMPARE})(${JSON.stringify(known)})`;
  await lee.evaluate(`globalThis.compare = () => ${compare}`);
  const startMs = performance.now();
  await lee.waitUntil(
    `(({ width, share, print }) => width === 1920 && share >= ${SHARE_MIN} && print >= ${SHARE_MIN})(compare())`,
  );
  const tookMs = performance.now() - startMs;
  if (IS_LONG) await lee.evaluate("new Promise((resolve) => setTimeout(resolve, 5_000))");
  console.log(`Legible after ${Math.round(tookMs)} ms; then`, await lee.evaluate("compare()"));
});
