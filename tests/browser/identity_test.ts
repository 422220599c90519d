/** The key of an ID in real browsers: it cannot leave them, and storage that says nothing keeps nobody waiting. */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { Person } from "./person.ts";

/** What the page's own code can get out of the key that is kept. */
const READ_KEY = `(async () => {
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settle(indexedDB.open("video-calling"));
  const { privateKey } = await settle(database.transaction("identity").objectStore("identity").get("key"));
  database.close();
  const exported = await Promise.allSettled(
    ["pkcs8", "jwk", "raw"].map((format) => crypto.subtle.exportKey(format, privateKey)),
  );
  const { extractable, usages, type } = privateKey;
  return { type, extractable, usages, exported: exported.map(({ status }) => status) };
})()`;

async function assertKeyStays(person: Person): Promise<void> {
  await person.readId();
  assertEquals(await person.evaluate(READ_KEY), {
    ...{ type: "private", extractable: false, usages: ["sign"] },
    exported: ["rejected", "rejected", "rejected"],
  });
}

browserTest("The private key cannot leave Chromium", async (scene) => assertKeyStays(await scene.open()));

browserTest("The private key cannot leave Firefox", async (scene) => assertKeyStays(await scene.openFirefox()), {
  "firefox-esr": "firefox-esr",
});

browserTest("A page whose storage never answers gets an ID of its own, says so, and keeps it", async (scene) => {
  const person = await scene.open({
    prepare: (page) =>
      page.addInitScript("IDBFactory.prototype.open = () => globalThis.silent = new EventTarget()").then(() => {}),
  });
  const id = await person.readId();
  await person.page.getByText("The browser’s storage isn’t responding").waitFor();
  // An answer at last: the ID that people have been told stays.
  await person.evaluate("void silent.onerror?.(new Event('error'))");
  assertEquals(await person.readId(), id);
});

browserTest(
  "Whoever opens their own link can try it in that tab with a second ID, which calls the first",
  async (scene) => {
    const usual = await scene.open();
    const id = await usual.readId();
    const second = await scene.open({ tabOf: usual, path: `/#${id}` });
    assertEquals(await second.readId(), id);
    await second.page.getByRole("textbox", { name: "Your name" }).fill("Kim");
    await second.page.getByText("Every tab of this browser has your ID").waitFor();
    // In the first view of a phone.
    await second.page.setViewportSize({ width: 390, height: 844 });
    const offer = await second.page.getByRole("button", { name: "Try it with a second ID" }).boundingBox();
    assert(offer !== null && offer.y + offer.height < 844, JSON.stringify(offer));
    await second.press("Try it with a second ID");
    await second.waitUntil(`document.querySelector("h2")?.textContent.startsWith("Call ")`); // It is somebody else's link now.
    const trial = await second.readId();
    assertNotEquals(trial, id);
    await second.page.getByText("This tab has a second ID").waitFor();
    for (const button of ["Call", "Call again"]) {
      await second.press(button);
      await usual.seeRinging();
      await usual.press("Accept");
      await second.see("Connected");
      // Both have the same name, and neither is taken for somebody else who has it.
      for (const { page } of [usual, second]) assertEquals(await page.locator(".name-warning").count(), 0);
      await second.press("Hang up");
      await usual.press("Back");
    }
    await second.press("Back");
    // The usual ID is a press away; and typed, it has the same offered.
    await second.press("Use my usual ID");
    await second.waitUntil(`document.querySelector(".own-id")?.textContent === ${JSON.stringify(id)}`);
    const button = usual.page.getByRole("button", { name: "Try it with a second ID" });
    for (const [typed, state] of [[id, "visible"], [trial, "detached"]] as const) {
      await usual.page.getByRole("textbox", { name: "ID or link" }).fill(typed);
      await button.waitFor({ state });
    }
  },
);
