import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { connect } from "./person.ts";

/** The promise: registered again this soon after the server is back, in milliseconds. */
const BACK_MS_MAX = 3_000;

browserTest("A reloaded page has the same ID", async (scene) => {
  const person = await scene.open();
  const id = await person.readId();
  await person.page.reload();
  assertEquals(await person.readId(), id);
});

for (const signal of ["SIGKILL", "SIGTERM"] as const) {
  browserTest(`Pages come back with their IDs within 3 s of a server that ${signal} ended, and call`, async (scene) => {
    const [caller, callee] = [await scene.open(), await scene.open()];
    const ids = [await caller.readId(), await callee.readId()];
    for (let round = 0; round < 3; round++) {
      await scene.server.kill(signal);
      await Promise.all([caller, callee].map((person) => person.see("Can’t reach the server")));
      await scene.restartServer();
      const returnedAtMs = performance.now();
      await Promise.all([caller, callee].map((person) => person.see("Ready for calls")));
      const elapsedMs = performance.now() - returnedAtMs;
      assert(elapsedMs < BACK_MS_MAX, `Registered only ${Math.round(elapsedMs)} ms after the server's return`);
    }
    assertEquals([await caller.readId(), await callee.readId()], ids);
    await caller.call(ids[1] ?? "");
    await callee.seeRinging();
  });
}

browserTest(
  "A connected call goes on while the server is gone, and ends for both when one hangs up after",
  async (scene) => {
    const [caller, callee] = [await scene.open(), await scene.open()];
    await connect(caller, callee);
    await scene.server.kill("SIGKILL");
    const before = await callee.readMedia();
    await callee.waitUntil(
      `instruments.readMedia().then(({ framesDecoded }) => framesDecoded > ${before.framesDecoded + 30})`,
    );
    await scene.restartServer();
    await caller.press("Hang up");
    await callee.see("Call ended");
  },
);

browserTest("A call that rings while the server dies is still answered", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await scene.server.kill("SIGKILL");
  await callee.press("Accept");
  await scene.restartServer();
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
});

browserTest("A page that is loaded again while it rings rings again, and takes the call", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  await callee.page.reload();
  await callee.seeRinging();
  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
});
