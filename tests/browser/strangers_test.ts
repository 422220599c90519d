/**
 * What strangers can do to a person at a page, in a real browser over a real server: as much as the limits allow, at
 * once, while the person types, dials and is called by people they know.
 */

import { assert, assertEquals } from "@std/assert";
import { createCallId, type PeerId } from "../../signaling/protocol.ts";
import { ScriptedCaller } from "../doubles/scripted_caller.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
const CONTACTS = IS_LONG ? 20 : 8;
/** Each contact calls five times within half a minute; with LONG=1 so many that more than one which does not ring shows. */
const CONTACT_CALLS = 5 * CONTACTS;
/** A contact says its offer again only after this, in milliseconds: at once is what the first one reached. */
const REPEAT_MS = 3_000;
/** How soon a person who wants to dial has dialled, in milliseconds. */
const DIALLED_MS_MAX = 1_000;

/** Tells the page whom it knows before it is loaded. */
function knowing(peerIds: readonly PeerId[]) {
  const known = peerIds.map((peerId) => ({ peerId, names: [], verifiedAtMs: null, publicKey: null }));
  return async (page: ChromiumPerson["page"]) => {
    await page.addInitScript(`localStorage.setItem("known-peers", '${JSON.stringify(known)}')`);
  };
}

function hostOf({ server }: Scene): string {
  return `127.0.0.1:${server.port}`;
}

/**
 * Twelve strangers at as many addresses, so that contacts share no limit of an address with them: three offers a second
 * that nobody proved, rings that are taken back twice a second, and ten IDs that ring, twice a second. It is nearly twice
 * what the server takes of all strangers together, so that soon nothing is left of what may come at once. Each begins when
 * the one before has shown in the page; all go on.
 */
async function flood(host: string, { page }: ChromiumPerson, calleeId: PeerId): Promise<ScriptedCaller[]> {
  const callers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => ScriptedCaller.open(host, calleeId, { address: `203.0.113.${index}` })),
  );
  const [unproved, fickle, ...steady] = callers;
  unproved?.every(333, () => unproved.ring({ isProved: false, name: "Mallory" }));
  await page.getByText(/^\d+ calls? couldn’t be verified/).waitFor();
  assertEquals(await page.getByRole("dialog").count(), 0);
  let last: ReturnType<ScriptedCaller["ring"]> | undefined;
  fickle?.every(250, async () => {
    if (last === undefined) return last = fickle.ring({ name: "Your bank" });
    const callId = await last;
    last = undefined;
    fickle.takeBack(callId);
  });
  await page.getByText("“Your bank”").waitFor();
  for (const [index, caller] of steady.entries()) {
    const callId = await caller.ring({ name: `Trudy ${index}` });
    caller.every(500, () => caller.ring({ callId, name: `Trudy ${index}` }));
  }
  return callers;
}

browserTest(
  "A full flood by strangers leaves the person their screen, and contacts ring",
  async (scene) => {
    const identities = await Promise.all(Array.from({ length: CONTACTS }, () => createTestIdentity()));
    const callee = await scene.open({ prepare: knowing(identities.map(({ peerId }) => peerId)) });
    const { page } = callee;
    const id = await callee.readId() as PeerId;
    const contacts = await Promise.all(
      identities.map((identity, index) =>
        ScriptedCaller.open(hostOf(scene), id, { identity, address: `198.51.100.${index}` })
      ),
    );
    const strangers = await flood(hostOf(scene), callee, id);
    const line = page.getByRole("complementary", { name: "Waiting calls" });
    await line.getByText("people you don’t know are calling").waitFor();

    // The second stranger may have taken the screen of somebody who did nothing; one press takes it back.
    const startedAtMs = performance.now();
    // Pressed in the page itself: whoever rang may take it back at any moment.
    await callee.evaluate("void instruments.findButton('Silence')?.click()");
    await callee.call("0000-0000-0000-0000-0000");
    await callee.see("Calling 0000");
    const dialledMs = performance.now() - startedAtMs;
    await callee.press("Cancel");
    await callee.press("Back");

    const field = page.getByRole("textbox", { name: "ID or link" });
    await field.fill("");
    const typed = "the quick brown fox jumps over the lazy dog";
    await field.pressSequentially(typed, { delay: 60 });
    assertEquals(await field.inputValue(), typed);
    assertEquals(await callee.evaluate("document.activeElement.id"), "dial-field");
    await line.getByText("people you don’t know are calling").waitFor();
    assertEquals(await page.getByRole("dialog").count(), 0);

    let [reached, reachedAtOnce] = [0, 0];
    for (let index = 0; index < CONTACT_CALLS; index++) {
      const contact = contacts[index % CONTACTS];
      if (contact === undefined) throw new Error("No contact");
      const callId = createCallId();
      const rangAtMs = performance.now();
      if (await contact.reach({ callId, name: `Kim ${index}`, repeatMs: REPEAT_MS })) {
        reached++;
        if (performance.now() - rangAtMs < REPEAT_MS) reachedAtOnce++;
      }
      if (index % CONTACTS === 0) await page.getByRole("dialog").getByText(`Kim ${index}`).first().waitFor();
      contact.takeBack(callId);
    }
    console.log(
      `Dialled in ${
        Math.round(dialledMs)
      } ms; ${reached} of ${CONTACT_CALLS} calls of contacts rang, ${reachedAtOnce} at once`,
    );
    assert(dialledMs <= DIALLED_MS_MAX, `It took ${dialledMs} ms to dial`);
    assert(reached >= 0.99 * CONTACT_CALLS);
    assert(reachedAtOnce >= 0.9 * CONTACT_CALLS, "The first offers of contacts do not come through");

    for (const caller of strangers) await caller.close();
    await callee.press("Back"); // From the last missed call, of somebody known.
    await callee.see("Ready for calls");
    assertEquals(await line.count(), 1);
    const rows = page.getByRole("list", { name: "People" }).locator(".person");
    const names = await rows.allTextContents();
    assertEquals(names.filter((name) => name.includes("Kim")).length, CONTACTS);
    assert(names.length <= CONTACTS + 10, `${names.length} rows`);
    assert(names.some((name) => /“Your bank” · \d+ calls/.test(name)), names.join());
    for (const contact of contacts) await contact.close();
  },
  {},
  { TRUSTED_PROXIES: "127.0.0.1" },
);

/** Each of another ID and at another address; with LONG=1 for a minute, as people do it who mean it. */
const UNKNOWN_CALLS = IS_LONG ? 500 : 50;
const UNKNOWN_EVERY_MS = 120;

browserTest(
  "500 calls of unknown IDs in a minute leave the page usable, one quiet line, and contacts who ring",
  async (scene) => {
    const identity = await createTestIdentity();
    const callee = await scene.open({ prepare: knowing([identity.peerId]) });
    const { page } = callee;
    const id = await callee.readId() as PeerId;
    const contact = await ScriptedCaller.open(hostOf(scene), id, { identity, address: "198.51.100.1" });
    const strangers: ScriptedCaller[] = [];
    const openedAtMs = performance.now();
    const line = page.getByRole("complementary", { name: "Waiting calls" });
    const callInTurn = async () => {
      const begunAtMs = performance.now();
      for (let index = 0; index < UNKNOWN_CALLS; index++) {
        const address = `10.${index >> 8}.${index & 255}.1`;
        const stranger = await ScriptedCaller.open(hostOf(scene), id, { address });
        strangers.push(stranger);
        await stranger.ring({ name: `Trudy ${index}` });
        const dueMs = begunAtMs + (index + 1) * UNKNOWN_EVERY_MS - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      return performance.now() - begunAtMs;
    };
    const calling = callInTurn();

    // As often as the page looks: how many times somebody unknown has taken the screen, and how many lines there are.
    await callee.evaluate(`void setInterval(() => {
      const isCovered = [...document.querySelectorAll("[role=dialog]")].some((dialog) => /Trudy/.test(dialog.innerText));
      globalThis.covers = (globalThis.covers ?? 0) + (isCovered && !globalThis.wasCovered ? 1 : 0);
      globalThis.wasCovered = isCovered;
      globalThis.lines = Math.max(globalThis.lines ?? 0, document.querySelectorAll(".quiet-line.shown").length);
    }, 20)`);
    // Two a minute may take the screen of somebody who does nothing; one press takes it back.
    await page.getByRole("dialog").getByText("Trudy").first().waitFor();
    await callee.press("Silence");
    await line.getByText("people you don’t know are calling").waitFor();
    await line.getByText("Calls from people you don’t know make no sound for now.").waitFor();
    await callee.evaluate("void instruments.findButton('Silence')?.click()");
    const field = page.getByRole("textbox", { name: "ID or link" });
    await field.pressSequentially("the quick brown fox", { delay: 30 });
    assertEquals(await field.inputValue(), "the quick brown fox");
    const startedAtMs = performance.now();
    await callee.call("0000-0000-0000-0000-0000");
    await callee.see("Calling 0000");
    const dialledMs = performance.now() - startedAtMs;
    await callee.press("Cancel");
    await callee.press("Back");
    let rang = 0;
    const rings = IS_LONG ? 10 : 2;
    for (let index = 0; index < rings; index++) {
      const callId = createCallId();
      if (await contact.reach({ callId, name: `Kim ${index}` })) rang++;
      await page.getByRole("dialog").getByText(`Kim ${index}`).first().waitFor();
      contact.takeBack(callId);
      await callee.press("Back");
    }
    const tookMs = await calling;
    console.log(
      `${UNKNOWN_CALLS} calls in ${Math.round(tookMs / 1_000)} s; dialled in ${Math.round(dialledMs)} ms; ` +
        `${rang} of ${rings} calls of a contact rang`,
    );
    assertEquals(rang, rings);
    assert(dialledMs <= DIALLED_MS_MAX, `It took ${dialledMs} ms to dial`);
    const [covers, lines] = await callee.evaluate<[number, number]>("[covers, lines]");
    const minutes = Math.ceil((performance.now() - openedAtMs) / 60_000);
    assert(covers <= 2 * minutes, `Strangers took the screen ${covers} times within ${minutes} min`);
    assertEquals(lines, 1);
    assertEquals(await page.getByRole("dialog").count(), 0);
    for (const caller of [...strangers, contact]) await caller.close();
  },
  {},
  { TRUSTED_PROXIES: "127.0.0.1" },
);

browserTest(
  "A stranger's description meets no parser before the person reaches for Accept; a contact's does",
  async (scene) => {
    const countParsed = async (page: ChromiumPerson["page"]) => {
      await page.addInitScript(`
      globalThis.parsed = 0;
      const parse = RTCPeerConnection.prototype.setRemoteDescription;
      RTCPeerConnection.prototype.setRemoteDescription = function (...parameters) {
        parsed++;
        return parse.apply(this, parameters);
      };
    `);
    };
    const [caller, callee] = [await scene.open(), await scene.open({ prepare: countParsed })];
    const { page } = callee;
    const id = await callee.readId();
    await page.mouse.move(640, 400); // Where the dialog appears.
    await caller.call(id);
    await callee.seeRinging();
    await caller.see("Ringing");
    const looks = () => callee.evaluate("[parsed, instruments.connections.length]");
    assertEquals(await looks(), [0, 0]);
    await page.getByRole("button", { name: "Accept", exact: true }).hover();
    await callee.waitUntil("parsed === 1");
    await callee.press("Accept");
    await Promise.all([caller, callee].map((person) => person.see("Connected with")));
    await caller.press("Hang up");
    await callee.press("Back");

    await callee.evaluate("parsed = 0");
    await caller.press("Call again");
    await callee.seeRinging();
    await callee.waitUntil("parsed === 1");
  },
);

browserTest("Whoever is blocked rings no more and learns nothing, until they are unblocked", async (scene) => {
  const callee = await scene.open();
  const { page } = callee;
  const id = await callee.readId() as PeerId;
  const [eve, other] = [await ScriptedCaller.open(hostOf(scene), id), await ScriptedCaller.open(hostOf(scene), id)];
  assert(await eve.reach());
  await callee.seeRinging();
  await callee.press("Block");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await callee.see("Blocked. They can’t call you any more");
  await eve.ring();
  assert(await other.reach(), "All others ring as before");
  await page.getByRole("dialog").getByText(other.peerId).waitFor();
  await callee.press("Decline");
  await callee.press("Block"); // On the screen of a call that has ended.
  await page.getByText("Blocked (2)").click();
  await callee.press(`Unblock ${eve.peerId}`);
  await page.getByText("Blocked (1)").waitFor();
  const callId = await eve.ring();
  assert(await eve.reach({ callId }), "It rings again");
  eve.takeBack(callId);
  await callee.press(`More about ${eve.peerId}`);
  await callee.press("Block");
  await page.getByText("Blocked (2)").waitFor();
  assertEquals(await page.getByRole("heading", { name: "Missed calls" }).count(), 0);
  await Promise.all([eve, other].map((caller) => caller.close()));
});
