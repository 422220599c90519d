/** The key of an ID in real browsers: it cannot leave them, and storage that says nothing keeps nobody waiting. */

import { assertEquals } from "@std/assert";
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
