import { assert, assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_test_case.ts";
import { Nginx } from "../doubles/nginx.ts";

/** Back this soon after nginx is, in milliseconds. */
const BACK_MS_MAX = 3_000;

const NGINX = { nginx: "nginx" };

browserTest("A reload of nginx disturbs neither a call that rings nor one that is connected", async (scene) => {
  await using nginx = await Nginx.start(scene.server.port);
  const { origin } = nginx;
  const [caller, callee] = [await scene.open({ origin }), await scene.open({ origin })];
  await caller.readId();
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await nginx.reload();
  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
  await nginx.reload();
  await caller.press("Mute");
  await callee.page.getByText("is muted").waitFor();
  await caller.press("Hang up");
  await callee.see("Call ended");
}, NGINX);

browserTest(
  "Pages have their IDs back within 3 s of an nginx that was killed, and the call that rang goes on",
  async (scene) => {
    await using nginx = await Nginx.start(scene.server.port);
    const { origin } = nginx;
    const people = [await scene.open({ origin }), await scene.open({ origin })] as const;
    const [caller, callee] = people;
    const ids = [await caller.readId(), await callee.readId()] as const;
    await nginx.kill();
    await Promise.all(people.map((person) => person.see("Can’t reach the server")));
    await nginx.start();
    const returnedAtMs = performance.now();
    await Promise.all(people.map((person) => person.see("Ready for calls")));
    const elapsedMs = performance.now() - returnedAtMs;
    console.log(`registered again ${Math.round(elapsedMs)} ms after nginx's return`);
    assert(elapsedMs < BACK_MS_MAX, `Registered only ${elapsedMs} ms after nginx's return`);
    assertEquals([await caller.readId(), await callee.readId()], [...ids]);

    await caller.call(ids[1]);
    await callee.seeRinging();
    await nginx.kill();
    await callee.press("Accept");
    await nginx.start();
    await Promise.all(people.map((person) => person.see("Connected with")));
  },
  NGINX,
);
