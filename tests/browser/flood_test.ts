/**
 * A stock browser whose page script floods its other end over the connection of a call: the victim's page stays quick,
 * and leaving it turns camera and connection off at once, also when its own channel takes no more.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { connect } from "./person.ts";

/** How long a press may wait for the page, in milliseconds. */
const WAIT_MS_MAX = 100;

/** Keeps hold of the channels, and of what is sent over `control`, whose form the flood then has. */
const KEEP_CHANNELS = `
  globalThis.kept = { channels: {}, numbered: null };
  const { createDataChannel } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = createDataChannel.call(this, label, options);
    kept.channels[label] = channel;
    const { send } = channel;
    channel.send = (text) => {
      const message = label === "control" ? JSON.parse(text) : {};
      if (message.seq > (kept.numbered?.seq ?? 0)) kept.numbered = message;
      send.call(channel, text);
    };
    return channel;
  };
  /** Calls \`say\` so many times a second, as evenly as timers allow, and counts. */
  kept.flood = (perSecond, say) => {
    const since = performance.now();
    kept.count = 0;
    kept.flooding = setInterval(() => {
      while (kept.count < (performance.now() - since) / 1_000 * perSecond) {
        try {
          say(++kept.count);
        } catch {
          return; // Its own queue is full, or the other end has gone.
        }
      }
    }, 5);
  };
`;

/** Finds how long the page lets whatever happens wait, in milliseconds: the middle one of 11 tries. */
const READ_WAIT = `(async () => {
  const waits = [];
  for (let count = 0; count < 11; count++) {
    const askedAt = performance.now();
    waits.push(await new Promise((resolve) => setTimeout(() => resolve(performance.now() - askedAt))));
  }
  return waits.toSorted((a, b) => a - b)[5];
})()`;

/** Presses the button by script, and looks at once what is still on. */
const LEAVE = `(() => {
  instruments.findButton("Hang up").click();
  return {
    live: instruments.liveTracks,
    open: instruments.connections.filter(({ connectionState }) => connectionState !== "closed").length,
  };
})()`;

async function assertLeaves(victim: ChromiumPerson, what: string): Promise<void> {
  const waitMs = await victim.evaluate<number>(READ_WAIT);
  console.log(`${what}: a press waits ${Math.round(waitMs)} ms`);
  assert(waitMs <= WAIT_MS_MAX, `${what}: a press waits ${waitMs} ms`);
  assertEquals(await victim.evaluate(LEAVE), { live: [], open: 0 }, "Off as soon as it was pressed");
  await victim.see("Call ended");
}

/** The next call of the two, once both are through with the last. */
async function callAgain(attacker: ChromiumPerson, victim: ChromiumPerson): Promise<void> {
  await attacker.evaluate("clearInterval(kept.flooding)");
  for (const person of [attacker, victim]) await person.press("Back");
  await connect(attacker, victim);
}

/** Both at once: 5,000 requests for a picture and 2,000 states a second. */
const FLOOD = `kept.flood(7_000, (count) => {
  if (count % 7 > 1) return kept.channels.heartbeat.send("picture");
  kept.channels.control.send(JSON.stringify({
    ...kept.numbered, type: "media-state", seq: kept.numbered.seq + 1, audio: count % 2 > 0, video: count % 4 > 1,
  }));
})`;

browserTest(
  "A person leaves a call at once under 5,000 requests for a picture and 2,000 states a second; a flood ends the call by itself, and says so; a full queue holds nobody",
  async (scene) => {
    const prepare = async (page: Page) => void await page.addInitScript(KEEP_CHANNELS);
    const [attacker, victim] = [await scene.open({ prepare, isAlone: true }), await scene.open({ isAlone: true })];
    await connect(attacker, victim);
    await attacker.press("Mute");
    await attacker.waitUntil("kept.numbered !== null");
    await attacker.evaluate(FLOOD);
    await attacker.waitUntil("kept.count > 4_000");
    await assertLeaves(victim, "Pictures and states");

    await callAgain(attacker, victim);
    await attacker.evaluate(`kept.flood(20_000, () => kept.channels.heartbeat.send("picture"))`);
    await victim.see("sent far more than a call needs");
    assertEquals(await victim.evaluate("instruments.liveTracks"), []);

    await callAgain(attacker, victim);
    await victim.evaluate(`{
      RTCDataChannel.prototype.send = () => {
        throw new DOMException("RTCDataChannel send queue is full", "OperationError");
      };
    }`);
    await assertLeaves(victim, "A full queue");
  },
);
