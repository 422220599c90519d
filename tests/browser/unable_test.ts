/**
 * Where no call can be made, the page says so, says what to do, and offers neither a call nor its own link: without
 * HTTPS, without Ed25519, without WebRTC. What is this browser's fault is told as that at both ends.
 */

import { assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FirefoxPerson, launchFirefox } from "./firefox_person.ts";
import type { Person } from "./person.ts";

const NAME = "127.0.0.1.nip.test";
const SOMEBODY = "0000-0000-0000-0000-0000";

/** What takes WebRTC away from a page: a setting, and what some extensions and policies do. */
const TAKE_WEBRTC = {
  missing: "delete globalThis.RTCPeerConnection",
  throwing: "globalThis.RTCPeerConnection = function () { throw new DOMException('Blocked', 'NotAllowedError'); }",
};
const TAKE_ED25519 = `{
  const generateKey = SubtleCrypto.prototype.generateKey;
  SubtleCrypto.prototype.generateKey = function (algorithm, ...rest) {
    const isMissing = algorithm === "Ed25519" || algorithm.name === "Ed25519";
    return isMissing ? Promise.reject(new DOMException("", "NotSupportedError")) : generateKey.call(this, algorithm, ...rest);
  };
}`;

const runFirst = (script: string) => async (page: Page) => void (await page.addInitScript(script));

/** Asserts that the page offers no call and nothing to give away, and says why to a screen reader too. */
async function assertUnable(person: Person, sentence: string | RegExp): Promise<void> {
  await person.see(sentence);
  const offers = await person.evaluate<[string, string | null, string | undefined][]>(
    `[...document.querySelectorAll("main button")].filter(({ textContent }) => /Call|link/.test(textContent)).map((button) =>
      [button.textContent.trim(), button.getAttribute("aria-disabled"),
        document.getElementById(button.getAttribute("aria-describedby"))?.textContent])`,
  );
  const line = await person.evaluate<string>("document.querySelector('.line').textContent");
  assertEquals(offers.map(([name]) => name).toSorted(), ["Call", "Copy link", "Share link"]);
  for (const [, isDisabled, why] of offers) assertEquals([isDisabled, why], ["true", line]);
  assertEquals(await person.evaluate("document.querySelector('.own-id, .line.registered')"), null);
  // Pressed all the same, it says so again, and no device is opened.
  await person.evaluate("document.querySelector('.dial [type=submit]').click()");
  await person.waitUntil(`document.getElementById("dial-problem").textContent === ${JSON.stringify(line)}`);
  assertEquals(await person.evaluate("instruments.mediaRequests"), 0);
}

/** Runs the check and returns what it says of the browser, and its verdict. */
async function check(person: ChromiumPerson): Promise<Record<string, string>> {
  await person.page.goto(new URL("/check", person.page.url()).href);
  await person.press("Start");
  await person.page.getByRole("button", { name: "Copy report" }).waitFor({ timeout: 60_000 });
  return await person.evaluate(`({
    verdict: document.querySelector(".verdict").textContent,
    ...Object.fromEntries([...document.querySelectorAll("li")].map((row) =>
      [row.querySelector("h3").textContent, row.querySelector("p")?.textContent]))
  })`);
}

/** The ID that the server has given a page, which the page does not show. */
async function readLentId(person: ChromiumPerson): Promise<string> {
  const frame = Promise.withResolvers<string>();
  person.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const message = JSON.parse(String(payload));
      if (message.type === "registered") frame.resolve(message.id);
    }));
  await person.page.reload();
  return await frame.promise;
}

browserTest("A page without HTTPS says so and what to do, calls nobody and takes no call", async (scene) => {
  const insecure = scene.server.origin.replace("localhost", NAME);
  const person = await scene.open({ args: [`--host-resolver-rules=MAP ${NAME} 127.0.0.1`], origin: insecure });
  await assertUnable(person, "This page can’t make calls: it was opened without HTTPS.");
  const banner = person.page.getByRole("region", { name: "Calls need HTTPS" });
  assertMatch(
    await banner.textContent() ?? "",
    /start:lan or put HTTPS in front of it, or open the page from localhost/,
  );

  const other = await scene.open();
  await other.readId();
  await other.call(await readLentId(person));
  await other.see("’s browser can’t take calls. Ask them");
  await person.page.getByText("1 call came in, but this page can’t take calls.").waitFor();

  for (const link of [SOMEBODY, SOMEBODY.slice(0, 12)]) { // Also one that was cut off.
    await person.page.goto(`${insecure}/#${link}`);
    await person.page.reload();
    await banner.filter({ hasText: "Ask whoever sent you the link for one that begins with https://." }).waitFor();
    assertEquals(await banner.getByText(/chrome:|localhost to|start:lan/).count(), 0, "That is for whoever runs it");
  }

  const rows = await check(person);
  assertMatch(rows["verdict"] ?? "", /^You can’t call from this page\.This page can’t make calls: .* without HTTPS/);
  assertMatch(rows["Relay over UDP"] ?? "", /^Not tested, because this browser can’t make calls/);
});

browserTest(
  "A browser that cannot run the page's script hears which can, in place of a screen that waits; so does one without Ed25519, which calls nobody",
  async (scene) => {
    // As one that lacks what the script is made of; most else that could be taken away the page does without.
    const { page } = await scene.open({ fakesClock: true, prepare: runFirst("delete globalThis.URL") });
    const alert = page.getByRole("alert");
    await alert.filter({ hasText: "Use Chrome or Edge 137, Firefox 129, Safari 17, or later." }).waitFor();
    await page.clock.runFor(10_000);
    assertMatch(await alert.textContent() ?? "", /^This page didn’t start in this browser/);

    const person = await scene.open({ prepare: runFirst(TAKE_ED25519) });
    await assertUnable(person, "it has no Ed25519 keys. Use Chrome or Edge 137, Firefox 129, Safari 17, or later.");
    const rows = await check(person);
    assertMatch(rows["verdict"] ?? "", /^You can’t call from this browser\..* Ed25519 keys/);
    assertMatch(rows["This browser"] ?? "", /Ed25519 keys/);
  },
);

browserTest(
  "A browser without WebRTC says so, and so do the others who call it; one that loses it hears that when it calls",
  async (scene) => {
    const person = await scene.open({ prepare: runFirst(TAKE_WEBRTC.missing) });
    const off = "This browser can’t make calls: WebRTC is switched off.";
    await assertUnable(person, off);
    const other = await scene.open();
    await other.readId();
    await other.page.getByRole("textbox", { name: "Your name" }).fill("Lee");
    await other.call(await readLentId(person));
    await other.see("’s browser can’t take calls. Ask them");
    await person.see(`Lee called. ${off}`);
    const back = person.page.getByRole("button", { name: /^Call back/ });
    assertEquals(await back.getAttribute("aria-disabled"), "true");

    const rows = await check(person);
    assertMatch(rows["verdict"] ?? "", /^You can’t call from this browser\.This browser can’t make calls: WebRTC/);
    for (
      const row of ["Address lookup (STUN)", "Relay over UDP", "Call within this browser", "Call through the relay"]
    ) {
      assertMatch(rows[row] ?? "", /^Not tested, because this browser can’t make calls/, row);
    }

    // What goes while the page is open is told as this browser's when a call is placed, and is so from then on.
    await other.press("Back");
    await other.evaluate(`{ ${TAKE_WEBRTC.throwing} }`);
    await other.call(SOMEBODY);
    await other.see("Call not possible. Your browser has WebRTC switched off, so it can’t make calls.");
    assertEquals(await other.page.getByRole("button", { name: "Call again" }).count(), 0);
    assertEquals(await other.page.getByRole("link", { name: "Connection check" }).count(), 1);
    await other.press("Back");
    await other.see(off);
    // As is what is taken away so from the start.
    await other.page.addInitScript(TAKE_WEBRTC.throwing);
    await other.page.reload();
    await assertUnable(other, off);
  },
);

browserTest("Firefox with its WebRTC switched off says so", async (scene) => {
  const firefox = await launchFirefox({ "media.peerconnection.enabled": false });
  try {
    const person = await FirefoxPerson.open(firefox, scene.server.origin);
    await assertUnable(person, "This browser can’t make calls: WebRTC is switched off.");
  } finally {
    await firefox.close();
  }
}, { "firefox-esr": "firefox-esr" });
