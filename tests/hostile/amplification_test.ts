/**
 * A page that is attacked by whom it has accepted, and by strangers of one address, each within every limit of the
 * server: it keeps its own limits, and so its socket, and falls silent when nobody has anything to say. With LONG=1 for a
 * minute each.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { encodeCallClaim, hashDescription } from "../../client/proof/call_proof.ts";
import { readPeerId } from "../../client/identity/peer_id_text.ts";
import { createCallId, createTabId, type PeerId } from "../../signaling/protocol.ts";
import { browserTest } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { connect } from "../browser/person.ts";
import { createSdp } from "../doubles/description.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";

const isLong = Deno.env.get("LONG") === "1";
const ATTACK_MS = isLong ? 60_000 : 5_000;
/** Just within the 50 a second of a socket. */
const INTERVAL_MS = 22;
const STRANGERS = 10;
/** How long last words, and acknowledgements that are owed, may take after both have hung up. */
const QUIET_AFTER_MS = 12_000;
const QUIET_FOR_MS = isLong ? 5_000 : 3_000;

/** What the page does with its sockets, as its browser tells. */
type Record = { opened: number; closed: number; sent: { type: string; atMs: number }[] };

function record(into: Record): (page: Page) => Promise<void> {
  return (page) => {
    page.on("websocket", (socket) => {
      into.opened += 1;
      socket.on("close", () => into.closed += 1);
      socket.on("framesent", ({ payload }) => {
        into.sent.push({ type: JSON.parse(String(payload)).type, atMs: performance.now() });
      });
    });
    return Promise.resolve();
  };
}

function createRecord(): Record {
  return { opened: 0, closed: 0, sent: [] };
}

/** Peer messages that left since `atMs`. */
function countSaid({ sent }: Record, atMs: number): number {
  return sent.filter((frame) => frame.atMs >= atMs && !["ping", "pong", "register"].includes(frame.type)).length;
}

/**
 * A page script: a browser that acknowledges nothing any more, and says the first thing that it has said in a call again
 * and again, by the server and by the connection.
 */
const REPEATER = `
  globalThis.attack = { isOn: false, first: null, socket: null, channels: [], sent: 0 };
  for (const Kind of [WebSocket, RTCDataChannel]) {
    const { send } = Kind.prototype;
    Kind.prototype.send = function (text) {
      const message = typeof text === "string" && text.startsWith("{") ? JSON.parse(text) : {};
      if (Kind === WebSocket) attack.socket = this;
      if (Kind === RTCDataChannel && !attack.channels.includes(this)) attack.channels.push(this);
      if ("seq" in message) attack.first ??= text;
      if (attack.isOn && message.type === "ack") return;
      send.call(this, text);
    };
  }
  attack.start = () => {
    attack.isOn = true;
    attack.timer = setInterval(() => {
      attack.sent++;
      if (attack.socket.readyState === 1) attack.socket.send(attack.first);
      for (const channel of attack.channels) {
        if (channel.label === "control" && channel.readyState === "open") channel.send(attack.first);
      }
    }, ${INTERVAL_MS});
  };
`;

/** Presses one button over and over. */
const TOGGLE = `(async () => {
  for (let press = 0; press < 400; press++) {
    (instruments.findButton("Mute") ?? instruments.findButton("Unmute")).click();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
})()`;

async function wait(person: ChromiumPerson, ms: number): Promise<void> {
  await person.evaluate(`new Promise((resolve) => setTimeout(resolve, ${ms}))`);
}

browserTest("Whom a person has accepted cannot have their page talk itself off the server", async (scene) => {
  const seen = createRecord();
  const victim = await scene.open({ prepare: record(seen) });
  const attacker = await scene.open({
    isAlone: true,
    prepare: async (page) => void await page.addInitScript(REPEATER),
  });
  await connect(attacker, victim);
  await attacker.evaluate("attack.start()");
  const startedAtMs = performance.now();
  // The victim's own messages are acknowledged no more, and wait.
  await victim.evaluate(TOGGLE);
  await wait(victim, ATTACK_MS);
  const attackSent = Number(await attacker.evaluate("attack.sent"));
  await victim.press("Hang up");
  await attacker.press("Hang up").catch(() => {}); // It may have heard already.
  assertEquals([seen.opened, seen.closed], [1, 0], "The victim lost its socket");
  const said = countSaid(seen, startedAtMs);
  assert(attackSent > ATTACK_MS / INTERVAL_MS / 3, `Only ${attackSent} attacks came about`);
  assert(said < attackSent, `${said} messages for ${attackSent}`);
  await wait(victim, QUIET_AFTER_MS);
  const quietAtMs = performance.now();
  await wait(victim, QUIET_FOR_MS);
  assertEquals(countSaid(seen, quietAtMs), 0, "It goes on after the end");
  assertEquals([seen.opened, seen.closed], [1, 0]);
  console.log(`${attackSent} repeats on each way, ${said} messages of the victim's, 0 closes`);
});

/** A stranger with a good proof who offers a call now and then, and in between repeats what rings, within every limit. */
async function disturb(host: string, clientId: PeerId, isOver: () => boolean): Promise<number> {
  const client = new TestClient(host);
  let [isOpen, sent] = [true, 0];
  void client.closed.then(() => isOpen = false);
  const identity = await createTestIdentity();
  const id = await client.register(identity);
  let envelope = { id, clientId, callId: createCallId(), tabId: createTabId(), seq: 1 };
  for (let turn = 0; isOpen && !isOver(); turn++) {
    if (turn % 300 === 0) {
      const callId = createCallId();
      const [told, description] = [{ audio: true, video: true }, { type: "offer", sdp: createSdp() }];
      const offerHash = await hashDescription(description);
      const claim = encodeCallClaim({ callId, callerId: id, calleeId: clientId, told, offerHash, answerHash: null });
      envelope = { ...envelope, callId };
      client.send({
        type: "video-offer-request",
        ...envelope,
        description,
        proof: await identity.sign(claim),
        ...told,
      });
    }
    client.send({ type: "ringing", ...envelope });
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
  if (isOpen) await client.close();
  return sent;
}

browserTest(
  "Ten sockets of one address, each within every limit, cannot have a page talk itself off the server",
  async (scene) => {
    const seen = createRecord();
    const victim = await scene.open({ prepare: record(seen) });
    const victimId = readPeerId(await victim.readId());
    if (victimId === null) throw new Error("The page has no ID");
    const startedAtMs = performance.now();
    const host = new URL(scene.server.origin).host;
    const isOver = () => performance.now() - startedAtMs > ATTACK_MS;
    const attacks = await Promise.all(Array.from({ length: STRANGERS }, () => disturb(host, victimId, isOver)));
    const attackSent = attacks.reduce((sum, sent) => sum + sent, 0);
    const said = countSaid(seen, startedAtMs);
    assertEquals([seen.opened, seen.closed], [1, 0], "The victim lost its socket");
    assert(attackSent > ATTACK_MS / 15, `Only ${attackSent} attacks came about`);
    assert(said > 0, "It was not even asked");
    assert(said < attackSent, `${said} messages for ${attackSent}`);
    console.log(`${attackSent} repeats, ${said} messages of the victim's, 0 closes`);
  },
);
