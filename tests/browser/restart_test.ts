/**
 * A server that is killed or stopped, and comes back: pages have their IDs again soon, a call that rings is answered, one
 * that is connected goes on meanwhile, and so does a page that is loaded again. With LONG=1 the server goes three times by
 * each signal, in place of once.
 */

import { assert, assertEquals } from "@std/assert";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** The promise: registered again this soon after the server is back, in milliseconds. */
const BACK_MS_MAX = 3_000;
const ROUNDS = Deno.env.get("LONG") === "1" ? 3 : 1;

type Pair = readonly [caller: ChromiumPerson, callee: ChromiumPerson];

async function seeConnected(pair: Pair): Promise<void> {
  await Promise.all(pair.map((person) => person.see("Connected with")));
}

async function ring([caller, callee]: Pair): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
}

async function playReturns(scene: Scene, pair: Pair, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const ids = [await pair[0].readId(), await pair[1].readId()];
  for (let round = 0; round < ROUNDS; round++) {
    await scene.server.kill(signal);
    await Promise.all(pair.map((person) => person.see("Can’t reach the server")));
    await scene.restartServer();
    const returnedAtMs = performance.now();
    await Promise.all(pair.map((person) => person.see("Ready for calls")));
    const elapsedMs = performance.now() - returnedAtMs;
    assert(elapsedMs < BACK_MS_MAX, `Registered only ${Math.round(elapsedMs)} ms after the server's return`);
  }
  assertEquals([await pair[0].readId(), await pair[1].readId()], ids);
}

browserTest(
  "Pages come back with their IDs within 3 s of a server that was killed or stopped, and call; a page that is loaded again while it rings rings again; leaving is heard without a server",
  async (scene) => {
    const pair: Pair = [await scene.open(), await scene.open()];
    const [caller, callee] = pair;
    for (const signal of ["SIGKILL", "SIGTERM"] as const) await playReturns(scene, pair, signal);
    const id = await callee.readId();
    await ring(pair);
    await caller.see("Ringing");
    await callee.page.reload();
    await callee.seeRinging();
    await callee.press("Accept");
    await seeConnected(pair);
    // Leaving is heard at the other end although there is no server.
    await scene.server.kill("SIGKILL");
    await caller.press("Hang up");
    await callee.see(/^Call ended\. You talked with/);
    await callee.press("Back");
    await scene.restartServer();
    assertEquals(await callee.readId(), id, "A reloaded page has the same ID");
  },
);

browserTest(
  "A call that rings while the server dies is still answered; connected, it goes on while the server is gone, and ends for both",
  async (scene) => {
    const pair: Pair = [await scene.open(), await scene.open()];
    const [caller, callee] = pair;
    await ring(pair);
    await scene.server.kill("SIGKILL");
    await callee.press("Accept");
    await scene.restartServer();
    await seeConnected(pair);

    await scene.server.kill("SIGKILL");
    const before = await callee.readMedia();
    await callee.waitUntil(
      `instruments.readMedia().then(({ framesDecoded }) => framesDecoded > ${before.framesDecoded + 10})`,
    );
    await scene.restartServer();
    await caller.press("Hang up");
    await callee.see("Call ended");
  },
);
