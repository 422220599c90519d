/**
 * What a person sees and presses on the first screen, at the sizes of a phone, of one that lies on its
 * side, and of a desk: nothing moves under the finger, and all is within reach.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { PeerId } from "../../signaling/protocol.ts";
import { ScriptedCaller } from "../doubles/scripted_caller.ts";
import { readBox, SIZES } from "./boxes.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { READ_RECORDS } from "./kept_records.ts";

const LANDSCAPES = [{ width: 844, height: 390 }, { width: 667, height: 375 }];

/** Where what can be read or pressed on the first screen stands, by what it is. */
function readBoxes(person: ChromiumPerson): Promise<Record<string, number[]>> {
  return person.evaluate(`Object.fromEntries(
    [...document.querySelectorAll(".home :is(h1, h2, button, input:not(.by-hand), label, a, .panel)")].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [element.tagName + " " + (element.id || element.className) + (element.matches(".panel") ? "" : element.textContent),
        [left, top, width, height].map(Math.round)];
    }),
  )`);
}

const REFUSE_CLIPBOARD =
  `navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"))`;
const isRefused = "getComputedStyle(document.querySelector('#dial-field')).outlineColor";

browserTest("Nothing on the first screen moves when something is copied or refused", async (scene) => {
  const person = await scene.open({ fakesClock: true });
  const { page } = person;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await person.readId();
  await page.getByRole("button", { name: "Check camera and sound" }).waitFor(); // The last to come.
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const before = await readBoxes(person);
    assert(Object.keys(before).length > 8);
    const label = `at ${size.width} by ${size.height}`;
    await person.press("Copy link");
    await person.see("Link copied");
    assertEquals(await readBoxes(person), before, `Copying moves it ${label}`);
    await page.getByRole("textbox", { name: "ID or link" }).fill("nonsense");
    await person.press("Call");
    assertEquals(await readBoxes(person), before, `A bad ID moves it ${label}`);
    await page.getByRole("textbox", { name: "ID or link" }).fill("");
  }
  await person.evaluate(REFUSE_CLIPBOARD);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const before = await readBoxes(person);
    await person.press("Copy link");
    await person.see("Selected. Copy it");
    assertEquals(await person.evaluate("getSelection().toString()"), `${scene.server.origin}/#${id}`);
    assertEquals(await readBoxes(person), before, `Copying by hand moves it at ${size.width} by ${size.height}`);
    const field = await readBox(person, ".by-hand");
    assert(field.left >= 0 && field.right <= size.width, JSON.stringify(field));
    await page.getByRole("textbox", { name: "Your name" }).focus();
    assertEquals(await page.getByLabel("Text to copy").count(), 0, "It is gone with the focus");
  }
  await person.press("Copy link");
  await page.getByLabel("Text to copy").waitFor();
  await person.call("0000-0000-0000-0000-0000");
  await person.see("We’ll keep trying.");
  for (let seconds = 0; seconds < 48; seconds += 3) await page.clock.runFor(3_000);
  await person.see("isn’t reachable right now");
  assertEquals(await page.getByLabel("Text to copy").count(), 0, "It is on no later screen");
  await person.press("Copy link");
  await page.getByLabel("Text to copy").waitFor();
  await person.press("Back");
  await person.see("Ready for calls");
  assertEquals(await page.getByLabel("Text to copy").count(), 0, "Nor after the screen that it was on");
});

browserTest("A bad ID is said under its field, and the field's ring shows it", async (scene) => {
  const person = await scene.open();
  await person.readId();
  const field = person.page.getByRole("textbox", { name: "ID or link" });
  for (const size of SIZES) {
    await person.page.setViewportSize(size);
    await field.fill("nonsense");
    const ring = await person.evaluate(isRefused);
    await person.press("Call");
    await person.see("An ID looks like");
    assertEquals(await person.evaluate("document.activeElement.id"), "dial-field");
    assertNotEquals(await person.evaluate(isRefused), ring, "The ring has another colour");
    const [input, sentence] = [await readBox(person, "#dial-field"), await readBox(person, "#dial-problem")];
    assert(sentence.top >= input.bottom && sentence.top - input.bottom <= 12, JSON.stringify([input, sentence]));
    const button = await readBox(person, ".dial [type=submit]");
    const isBelow = button.top >= sentence.bottom;
    assert(isBelow || button.bottom <= sentence.top, "The button is beside the field or below the sentence");
  }
});

browserTest("A link that was cut off is said, and what was said of one goes with the next", async (scene) => {
  const other = await (await scene.open()).readId();
  const person = await scene.open({ path: `/#${other.slice(0, -3)}` });
  const { page } = person;
  await person.see("This link isn’t complete.");
  const field = page.getByRole("textbox", { name: "ID or link" });
  assertEquals([await field.getAttribute("aria-invalid"), await field.inputValue()], ["true", ""]);
  assertEquals(await page.getByRole("heading", { name: /^Call/ }).count(), 0, "It offers nobody");
  for (const isTyped of [false, true]) {
    if (isTyped) {
      await field.fill("nonsense");
      await person.press("Call");
      await person.see("An ID looks like");
    }
    await page.evaluate(`location.hash = ${JSON.stringify(other)}`);
    await page.getByRole("heading", { name: /^Call .+\?$/ }).waitFor();
    await person.see("Ready for calls");
    assertEquals([await field.getAttribute("aria-invalid"), await field.inputValue()], ["false", other]);
    await page.evaluate("location.hash = ''");
  }
  for (const broken of ["#k7mq", "#k7mq-2vhd"]) {
    await field.fill("nonsense");
    await page.evaluate(`location.hash = ${JSON.stringify(broken)}`);
    await person.see("This link isn’t complete.");
  }
});

browserTest("A phone on its side shows the field and the button to call without scrolling", async (scene) => {
  const other = await scene.open();
  for (const path of ["/", `/#${await other.readId()}`]) {
    const person = await scene.open({ path });
    await person.readId();
    for (const size of LANDSCAPES) {
      await person.page.setViewportSize(size);
      for (const selector of ["#dial-field", ".dial [type=submit]", ".link-buttons button"]) {
        const box = await readBox(person, selector);
        const isSeen = box.top >= 0 && box.bottom <= size.height && box.left >= 0 && box.right <= size.width;
        assert(isSeen, `${selector} of ${path} at ${size.width} by ${size.height}: ${JSON.stringify(box)}`);
      }
    }
  }
});

browserTest(
  "“Hide my IP address” cannot be switched on where there is no relay, and off where it was on",
  async (scene) => {
    const person = await scene.open();
    await person.readId();
    const { page } = person;
    const control = page.getByRole("switch", { name: "Hide my IP address" });
    await page.getByText("This needs a relay, and this server offers none.").waitFor();
    assertEquals(await control.getAttribute("aria-disabled"), "true");
    await control.press("Space");
    await page.getByText("Hide my IP address").click({ force: true }); // Playwright waits for what is disabled.
    assertEquals(await control.isChecked(), false);
    assertEquals((await person.evaluate<Record<string, unknown>>(READ_RECORDS))["relay-only"], undefined);

    const hidden = await scene.open({
      prepare: async (page) => void await page.addInitScript("localStorage.setItem('relay-only', 'yes')"),
    });
    await hidden.readId();
    const toggle = hidden.page.getByRole("switch", { name: "Hide my IP address" });
    await hidden.page.getByText("Turn this off to call.").waitFor();
    await hidden.call("0000-0000-0000-0000-0000");
    await hidden.see("Turn off “Hide my IP address” to call.");
    await toggle.press("Space");
    assertEquals(await toggle.isChecked(), false);
    assertEquals(await toggle.getAttribute("aria-disabled"), "true");
    assertEquals(await hidden.evaluate("document.activeElement.id"), "relay-only");
    await hidden.press("Call");
    await hidden.see("We’ll keep trying.");
  },
);

browserTest("The switch is seen, and seen to be on, in forced colours", async (scene) => {
  const person = await scene.open({ path: "/" });
  await person.readId();
  const { page } = person;
  const control = page.getByRole("switch", { name: "Hide my IP address" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    const looks = await person.evaluate<string[]>(`(() => {
      const control = document.querySelector(".switch");
      const look = () => [getComputedStyle(control).backgroundColor, getComputedStyle(control, "::before").backgroundColor];
      const off = look();
      control.checked = true;
      const on = look();
      control.checked = false;
      return [getComputedStyle(document.querySelector(".panel")).backgroundColor, ...off, ...on];
    })()`);
    const [ground, off, offThumb, on, onThumb] = looks;
    for (const [colour, other] of [[off, ground], [off, offThumb], [on, ground], [on, onThumb], [on, off]]) {
      assertNotEquals(colour, other, `${colorScheme}: ${looks}`);
    }
    await control.focus();
  }
});

const KNOWN = JSON.stringify([{
  peerId: "k7mq-2vhd-9xtr-w4pz-0b5n",
  names: ["kim"],
  verifiedAtMs: null,
  publicKey: null,
}]);
const MISSED = JSON.stringify([
  { remotePeerId: "k7mq-2vhd-9xtr-w4pz-0b5n", remoteName: "Kim", atMs: 1, count: 1, callIds: ["a"] },
  { remotePeerId: "47z3-3qx1-ajh6-2rkb-z1a0", remoteName: "Your bank", atMs: 1, count: 1, callIds: ["b"] },
]);
const BLOCKED = JSON.stringify([{ peerId: "0000-1111-2222-3333-4444", name: "Eve", atMs: 1 }]);

browserTest(
  "A button is announced with the name that is shown beside it, and else with the ID; nothing warns",
  async (scene) => {
    const warnings: string[] = [];
    const person = await scene.open({
      async prepare(page) {
        page.on("console", (message) => ["warning", "error"].includes(message.type()) && warnings.push(message.text()));
        for (const [key, list] of [["known-peers", KNOWN], ["missed-calls", MISSED], ["blocked-peers", BLOCKED]]) {
          await page.addInitScript(`localStorage.setItem("${key}", ${JSON.stringify(list)})`);
        }
      },
    });
    await person.readId();
    const kim = person.page.getByRole("listitem").filter({ has: person.page.getByText("Kim", { exact: true }) });
    assertEquals(
      await kim.getByText("k7mq-2vhd-9xtr-w4pz-0b5n", { exact: true }).count(),
      1,
      "The ID is below the name",
    );
    await person.page.getByText("Blocked (1)").click();
    for (const name of ["Call back Kim", "More about Kim", "Unblock Eve", "Call back 47z3-3qx1-ajh6-2rkb-z1a0"]) {
      await person.page.getByRole("button", { name, exact: true }).waitFor();
    }
    await person.page.goto(`${scene.server.origin}/check`);
    await person.page.getByRole("heading", { level: 1 }).waitFor();
    assertEquals(warnings, []);
  },
);

browserTest(
  "A stranger who waits in the quiet line shows in the title, and rings once nobody types any more",
  async (scene) => {
    const person = await scene.open();
    const { page } = person;
    const id = await person.readId() as PeerId;
    const field = page.getByRole("textbox", { name: "ID or link" });
    await field.pressSequentially("k7mq");
    const stranger = await ScriptedCaller.open(`127.0.0.1:${scene.server.port}`, id);
    const callId = await stranger.ring({ name: "Mallory" });
    await page.getByRole("complementary", { name: "Waiting calls" }).getByText("Someone you don’t know").waitFor();
    assertEquals([await page.title(), await page.getByRole("dialog").count()], ["Someone is calling…", 0]);
    await field.blur();
    await person.seeRinging();
    await person.waitUntil("document.title === 'Mallory is calling…'");
    await person.press("Silence");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    stranger.takeBack(callId);
    await person.waitUntil("document.title === 'Video calling'");
    await stranger.close();
  },
);
