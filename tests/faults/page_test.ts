import { assert, assertEquals } from "@std/assert";
import { parseMessage } from "../../signaling/any_message.ts";
import { browserTest, type Scene } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { assertMediaFlows, connect } from "../browser/person.ts";
import { ChaosProxy } from "../doubles/chaos_proxy.ts";
import { FreezableTab } from "../doubles/freezable_tab.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
const HOUR_MS = 3_600_000;
/** A page that wakes up can be called again this soon, in milliseconds. */
const AWAKE_MS_MAX = 5_000;
/** A socket that has died without a word is replaced this soon, in milliseconds, and another second to open the fresh one. */
const SILENT_MS_MAX = 46_000;

/** Lets a test set the page's wall clock; its other clocks and its timers stay as they are. */
const MOVABLE_CLOCK = `
  globalThis.clockShiftMs = 0;
  const readClock = Date.now;
  Date.now = () => readClock() + clockShiftMs;
`;

async function setClock(person: ChromiumPerson, shiftMs: number): Promise<void> {
  await person.evaluate(`void (clockShiftMs = ${shiftMs})`);
}

/** Opens a page behind a path of its own. */
async function openBehindProxy(scene: Scene): Promise<[ChromiumPerson, ChaosProxy]> {
  const proxy = new ChaosProxy({ targetPort: scene.server.port, inspect: () => {} });
  const person = await scene.open({
    origin: proxy.origin,
    prepare: async (page) => void await page.addInitScript(MOVABLE_CLOCK),
  });
  return [person, proxy];
}

/** Resolves when the next message of this type has come as far as the proxy, on its way to the page. */
function waitForMessage(proxy: ChaosProxy, type: string): Promise<void> {
  return new Promise((resolve) => {
    proxy.inspect = (text, direction) => {
      if (direction === "down" && parseMessage(text)?.type === type) resolve();
    };
  });
}

/** Freezes a page that runs behind a proxy, lets `body` break something, wakes the page and calls it. */
async function callWoken(
  scene: Scene,
  body: (proxy: ChaosProxy, caller: ChromiumPerson) => Promise<void>,
): Promise<void> {
  await using proxy = new ChaosProxy({ targetPort: scene.server.port });
  await using tab = await FreezableTab.open(proxy.origin);
  const id = await tab.person.readId();
  const caller = await scene.open();
  await caller.readId();
  await tab.freeze();
  await body(proxy, caller);
  await tab.wake();
  const wokenAtMs = performance.now();
  await caller.call(id);
  await tab.person.seeRinging();
  const elapsedMs = performance.now() - wokenAtMs;
  console.log(`rings ${Math.round(elapsedMs)} ms after it woke up`);
  assert(elapsedMs < AWAKE_MS_MAX, `Rings only ${elapsedMs} ms after it woke up`);
}

browserTest("A frozen page whose path died without a word can be called within 5 s of waking", async (scene) => {
  await callWoken(scene, (proxy) => Promise.resolve(proxy.stall()));
});

browserTest("A frozen page whose server was restarted can be called within 5 s of waking", async (scene) => {
  await callWoken(scene, async (_, caller) => {
    await scene.server.kill("SIGKILL");
    await caller.see("Can’t reach the server");
    await scene.restartServer();
    await caller.see("Ready for calls");
  });
});

browserTest("A clock that is set by an hour, either way, disturbs neither an idle page nor a call", async (scene) => {
  const [caller, callerProxy] = await openBehindProxy(scene);
  await using _callerProxy = callerProxy;
  const [callee, calleeProxy] = await openBehindProxy(scene);
  await using _calleeProxy = calleeProxy;
  const ids = [await caller.readId(), await callee.readId()];
  const registered = waitForMessage(callerProxy, "registered");
  await Promise.all([setClock(caller, HOUR_MS), setClock(callee, -HOUR_MS)]);
  await registered; // An hour ahead may have been a sleep, and the socket is replaced to be safe; one back was none.
  assertEquals([await caller.readId(), await callee.readId()], ids);
  await connect(caller, callee);
  for (const shiftMs of [-HOUR_MS, HOUR_MS]) {
    await Promise.all([setClock(caller, shiftMs), setClock(callee, -shiftMs)]);
    await assertMediaFlows(callee, { seconds: 1 });
    await Promise.all([caller, callee].map((person) => person.see("Connected with")));
  }
  await caller.press("Hang up");
  await Promise.all([caller, callee].map((person) => person.see("Call ended")));
});

browserTest("A call to a page whose socket is dead without a word rings once the page finds out", async (scene) => {
  const [callee, proxy] = await openBehindProxy(scene);
  await using _proxy = proxy;
  const caller = await scene.open();
  const id = await callee.readId();
  await caller.readId();
  proxy.stall();
  const stalledAtMs = performance.now();
  if (!IS_LONG) {
    await caller.call(id);
    await setClock(callee, 50_000); // As if that much silence had passed: less than what counts as a sleep.
    return await callee.seeRinging();
  }
  await waitForMessage(proxy, "registered");
  const elapsedMs = performance.now() - stalledAtMs;
  console.log(`half-open socket replaced after ${Math.round(elapsedMs)} ms`);
  assert(elapsedMs < SILENT_MS_MAX, `Replaced only after ${elapsedMs} ms`);
  await caller.call(id);
  await callee.seeRinging();
});
