/** Comparing words, and the warning about a name that comes from another ID, as two people see them. */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { connect, type Person } from "./person.ts";

const READ_WORDS = "[...document.querySelectorAll('.words li')].map((item) => item.lastChild.textContent)";

async function readWords(person: Person): Promise<string[]> {
  await person.waitUntil("document.querySelectorAll('.words li').length === 5");
  return await person.evaluate(READ_WORDS);
}

function setName({ page }: ChromiumPerson, name: string): Promise<void> {
  return page.getByRole("textbox", { name: "Your name" }).fill(name);
}

browserTest("Two people see the same five words, and each verifies for themselves alone", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await connect(caller, callee);
  assertEquals(await caller.page.getByText("Verified", { exact: true }).count(), 0);
  await callee.press("Verify");
  const words = await readWords(callee);
  assertEquals(words.length, 5);
  await caller.page.getByText("would like to compare words").waitFor();
  await caller.press("Show words");
  assertEquals(await readWords(caller), words);
  await caller.press("They match");
  await caller.page.getByRole("button", { name: "Verified", exact: true }).waitFor();
  assertEquals(await callee.page.getByRole("button", { name: "Verified", exact: true }).count(), 0);

  // It is kept with the ID, and goes with no other.
  await caller.press("Close");
  await caller.press("Hang up");
  await callee.see("Call ended");
  await callee.press("Call again");
  await caller.seeRinging();
  await caller.press("Accept");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  await caller.page.getByRole("button", { name: "Verified", exact: true }).waitFor();
  await caller.press("Verified");
  assert((await readWords(caller)).join() !== words.join(), "Words are new in each call");
});

browserTest("Words that differ end the call, and both people learn why", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await connect(caller, callee);
  await caller.press("Verify");
  await readWords(caller);
  await caller.press("They differ");
  await caller.see("The words didn’t match, so somebody may sit between you");
  await callee.see("couldn’t verify that this call is yours");
  for (const person of [caller, callee]) assertEquals(await person.evaluate("instruments.liveTracks"), []);
});

browserTest("Chromium and Firefox show the same words", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.openFirefox()];
  await connect(caller, callee);
  await callee.press("Verify");
  const words = await readWords(callee);
  await caller.press("Show words");
  assertEquals(await readWords(caller), words);
}, { "firefox-esr": "firefox-esr" });

browserTest("A known name from another ID is a loud warning, until the person says it is them", async (scene) => {
  const [callee, kim, other] = [await scene.open(), await scene.open(), await scene.open()];
  const id = await callee.readId();
  await setName(kim, "Kim Lee");
  await connect(kim, callee);
  await kim.press("Hang up");
  await callee.see("Call ended");

  await setName(other, "КIM  LЕE");
  await other.call(id);
  await callee.seeRinging();
  await callee.see("This isn’t the ID that КIM LЕE had before");
  await callee.page.getByRole("dialog").getByText("may be somebody else under that name").waitFor();
  await callee.press("Accept");
  await callee.see(/Connected with КIM LЕE. This isn’t the ID/);
  await callee.press("It’s them");
  await callee.page.getByText("may be somebody else").first().waitFor({ state: "detached" });
  await other.press("Hang up");
  await callee.see("Call ended");

  await kim.press("Call again");
  await callee.seeRinging();
  assertEquals(await callee.page.getByText("This isn’t the ID").count(), 0, "Both may have the name now");
});

browserTest("A name that is markup is shown as text, and nothing is fetched for it", async (scene) => {
  const requests: string[] = [];
  const [callee, caller] = [
    await scene.open({
      prepare: (page) => {
        page.on("request", (request) => requests.push(request.url()));
        return Promise.resolve();
      },
    }),
    await scene.open(),
  ];
  const id = await callee.readId();
  const name = "<img src=//evil.example onerror=1>";
  await setName(caller, name);
  await caller.call(id);
  await callee.see(`${name} is calling you`);
  await callee.press("Accept");
  await callee.see(`Connected with ${name}`);
  assertEquals(requests.filter((url) => !url.startsWith(scene.server.origin)), []);
  assertEquals(await callee.evaluate("document.querySelectorAll('img[onerror], a[href*=evil]').length"), 0);
});
