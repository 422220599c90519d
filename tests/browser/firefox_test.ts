/**
 * Firefox and Chromium: one of each, and two calls between them, in which all is tried that browsers might do in ways of
 * their own: media both ways, the words to compare, another connection, and streams.
 */

import { assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { playReplacement } from "./change_over.ts";
import { readWords } from "./compared_words.ts";
import { connect } from "./person.ts";
import { playStreams, startStreamPage } from "./stream_scene.ts";
import { playWholeCall } from "./whole_call.ts";

browserTest("Firefox and Chromium", async (scene, step) => {
  await using _page = await startStreamPage(scene);
  const [firefox, chromium] = [await scene.openFirefox(), await scene.open()];
  await step(
    "A call from Chromium to Firefox carries picture and sound both ways",
    () =>
      playWholeCall(chromium, firefox, async () => {
        await step("Chromium and Firefox show the same words", async () => {
          await firefox.press("Verify");
          const words = await readWords(firefox);
          await chromium.press("Show words");
          assertEquals(await readWords(chromium), words);
          for (const person of [firefox, chromium]) await person.press("Close");
        });
      }),
  );
  for (const person of [firefox, chromium]) {
    await person.press("Back");
    await person.evaluate("lines.length = 0; instruments.connections.length = 0");
  }
  await step("A call from Firefox to Chromium carries picture and sound both ways", async () => {
    await connect(firefox, chromium);
    await step("A connection takes another's place between Firefox and Chromium, whoever begins", async () => {
      await playReplacement([firefox, chromium]);
      await chromium.press("Mute");
      await firefox.waitUntil(`document.body.textContent.includes("is muted")`);
      await chromium.press("Unmute");
    });
    await step(
      "Streams cross between Firefox and Chromium, whoever begins, and outlive their connection",
      () => playStreams(firefox, chromium),
    );
    await firefox.press("Hang up");
    await chromium.see(/Call ended. You talked with .* for \d+\s/);
    for (const person of [firefox, chromium]) {
      assertEquals(await person.evaluate("instruments.liveTracks"), [], "A device stayed open after the call");
    }
  });
}, { "firefox-esr": "firefox-esr" });
