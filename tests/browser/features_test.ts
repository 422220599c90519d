/**
 * A feature that only this test has registers, is told, talks, streams and closes in real pages without a line of the
 * core changed; and a page that does not have it is never spoken to by it.
 */

import { assertEquals } from "@std/assert";
import { withFeature } from "../doubles/feature_project.ts";
import { Splitter } from "../doubles/ages.ts";
import { browserTest } from "./browser_test_case.ts";
import { assertMediaFlows, connect, connectWithoutPicture } from "./person.ts";

const ECHO = { name: "echo", line: "isEager: true, bytesMax: 1_024, messages: { max: 40, perSecond: 4 }" };
const STREAMED_BYTES = 300_000;

browserTest(
  "A feature that only a test has, in pages that have it and beside one that does not",
  async (scene, step) => {
    await withFeature(ECHO, async ({ origin, port }) => {
      const [kim, lee] = [await scene.open({ origin }), await scene.open({ origin })];
      await step(
        "A feature is a folder and a line: it is told, talks and streams both ways, and ends with the call",
        async () => {
          await connect(kim, lee);
          for (const person of [kim, lee]) {
            await person.waitUntil("globalThis.echo !== undefined");
            await person.evaluate(`for (const text of ["one", "two", "three"]) echo.say(text)`);
          }
          for (const person of [kim, lee]) {
            await person.waitUntil("echo.view.heard.length === 3");
            assertEquals(await person.evaluate("echo.view.heard"), ["one", "two", "three"]);
          }
          await kim.evaluate(`echo.stream(${STREAMED_BYTES})`);
          await kim.waitUntil(`echo.view.streamedBytes === ${STREAMED_BYTES}`);
          await Promise.all([kim, lee].map((person) => assertMediaFlows(person, { seconds: 1 })));
          await lee.press("Hang up");
          await kim.see("Call ended");
          for (const person of [kim, lee]) await person.waitUntil("echo.view.isClosed");
          await lee.page.close();
          await kim.press("Back");
        },
      );
      await step("A page without a feature is not spoken to by it, and has its call as ever", async () => {
        await kim.evaluate("delete globalThis.echo");
        await using splitter = new Splitter(scene.server.port, port);
        const max = await scene.open({ origin: splitter.origin });
        for (const [caller, callee] of [[kim, max], [max, kim]] as const) {
          await connectWithoutPicture(caller, callee);
          await caller.press("Mute");
          await callee.waitUntil(`document.body.textContent.includes("is muted")`);
          await callee.press("Hang up");
          await caller.see("Call ended");
          for (const person of [kim, max]) await person.press("Back");
        }
        assertEquals(await kim.evaluate("globalThis.echo"), undefined, "It was opened although the other end lacks it");
      });
    });
  },
);
