/**
 * What crosses between two Chromiums in a call besides its first connection: one that takes its place, and streams, over
 * which connection they go, and what becomes of them when that goes, or the call.
 */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { playReplacement } from "./change_over.ts";
import { connect } from "./person.ts";
import { OPEN_BULK, playStreams, startStreamPage } from "./stream_scene.ts";

browserTest("Another connection of a call, and its streams, between two Chromiums", async (scene, step) => {
  await using _page = await startStreamPage(scene);
  const people = [await scene.open(), await scene.open()] as const;
  const [caller, callee] = people;
  await connect(caller, callee);
  await step("A connection takes another's place between two Chromiums, whoever begins", async () => {
    await playReplacement(people);
    for (const person of people) {
      // Chromium's own sockets are bound to the networks that it knows; those of a frame without permission are not.
      assert(await person.evaluate("instruments.connections.some((each) => !(each instanceof RTCPeerConnection))"));
      assertEquals(await person.evaluate("document.querySelectorAll('iframe').length"), 1);
    }
    await callee.press("Mute");
    await caller.waitUntil(`document.body.textContent.includes("is muted")`);
    await callee.press("Unmute");
  });
  await step("Streams cross between two Chromiums, outlive their connection, and end with the call", async () => {
    await playStreams(caller, callee);
    await caller.evaluate(`streamFeature.received = 0; streamFeature.ended = []; streamFeature.write("load", 1e9); 0`);
    await callee.waitUntil("(streamFeature.ended = [], streamFeature.received > 0)");
    await callee.press("Hang up");
    await caller.see("Call ended");
    for (const person of people) {
      await person.waitUntil(`streamFeature.ended.includes("call-ended")`);
      assertEquals(await person.evaluate(`${OPEN_BULK}.length`), 0);
    }
  });
});
