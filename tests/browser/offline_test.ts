/** The page without a network, and beside newer builds of itself: with its service worker, as whoever has met somebody has it. */

import { assert, assertEquals } from "@std/assert";
import { makeNewerBuild } from "../doubles/newer_build.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows, connect } from "./person.ts";

const IS_KEPT = `(async () => {
  if (navigator.serviceWorker.controller === null) return false;
  return (await navigator.serviceWorker.getRegistration())?.active?.state === "activated";
})()`;
const OWN_BUILD = `document.querySelector('script[type="module"]')?.getAttribute("src")`;

function shownId({ page }: ChromiumPerson): Promise<string | null> {
  return page.getByLabel("Your ID", { exact: true }).textContent();
}

browserTest("The page opens without a network, and no build of it is mixed with another", async (scene, step) => {
  const [kim, lee] = [await scene.open({ hasWorker: true }), await scene.open()];
  const { port } = scene.server;
  const id = await kim.readId();
  const script = await kim.evaluate<string>(OWN_BUILD);
  await step("Whoever has met nobody yet has no worker; after a first call there is one", async () => {
    assertEquals(await kim.evaluate("navigator.serviceWorker.getRegistration().then((found) => found ?? null)"), null);
    await connect(kim, lee);
    await kim.press("Hang up");
    await kim.see("Call ended");
    await kim.waitUntil(IS_KEPT);
    for (const person of [kim, lee]) await person.press("Back");
    await lee.call(id);
    await kim.seeRinging();
    await lee.press("Cancel");
    for (const person of [kim, lee]) await person.press("Back");
    await kim.page.getByRole("button", { name: /^Call back/ }).waitFor();
  });
  await step("Without a server the page opens as it was, with the own ID", async () => {
    await scene.server.kill();
    await kim.page.reload();
    await kim.see("Can’t reach the server");
    await kim.waitUntil(`document.querySelector(".own-id")?.textContent === ${JSON.stringify(id)}`);
    assertEquals(await kim.evaluate(OWN_BUILD), script);
    await kim.page.getByRole("button", { name: /^Call back/ }).click();
    assertEquals(await kim.page.locator("#dial-problem").textContent(), "Can’t reach the server. Trying again…");
    await kim.press("QR code");
    await kim.page.getByRole("dialog", { name: "Scan this to call me" }).waitFor();
    await kim.page.keyboard.press("Escape");
    await assertAccessible(kim, "without a server");
    assert(await kim.page.getByRole("button", { name: "Call", exact: true }).isDisabled());
  });
  await step("Without a network it says so", async () => {
    await kim.context.setOffline(true);
    await kim.page.reload();
    await kim.see("You’re offline.");
    assertEquals(await shownId(kim), id);
    await kim.context.setOffline(false);
  });
  await step("A proxy that answers for a server that is away does not stand in its way", async () => {
    await using _proxy = Deno.serve(
      { port, hostname: "127.0.0.1", onListen() {} },
      () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "content-type": "text/html" } }),
    );
    await kim.page.reload();
    await kim.see("The server isn’t running behind its proxy.");
    assertEquals(await shownId(kim), id);
  });
  await step("The server is back, and so is the page by itself", async () => {
    await scene.restartServer();
    assertEquals(await kim.readId(), id);
    await lee.readId();
  });
  await step("Where the browser can install it, it is offered until the person says no", async () => {
    const { page } = kim;
    const install = page.getByRole("button", { name: "Install", exact: true });
    const offer = async () => {
      // Only a browser with windows has one of its own.
      await page.evaluate(`dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
        prompt: () => (globalThis.asked = (globalThis.asked ?? 0) + 1, Promise.resolve({ outcome: "accepted" })),
      }))`);
    };
    assertEquals(await install.count(), 0);
    await offer();
    await install.click();
    await install.waitFor({ state: "detached" });
    assertEquals(await kim.evaluate("globalThis.asked"), 1);
    await offer();
    await assertAccessible(kim, "offered as an app");
    await kim.press("Not now");
    await install.waitFor({ state: "detached" });
    await page.reload();
    await kim.readId();
    await kim.waitUntil("navigator.serviceWorker.controller !== null");
    await offer();
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    assertEquals(await install.count(), 0);
  });
  const folder = await makeNewerBuild();
  try {
    await step("A newer build disturbs no call, and its page is there after it", async () => {
      await connect(lee, kim);
      await scene.server.kill();
      scene.server = await startServerProcess({
        port,
        folder,
        script: new URL("../../server.ts", import.meta.url).pathname,
      });
      await kim.waitUntil("navigator.serviceWorker.controller !== null");
      await kim.waitUntil("caches.keys().then((names) => names.length === 2)");
      await assertMediaFlows(kim, { seconds: 1 });
      assertEquals(await kim.evaluate(OWN_BUILD), script);
      await kim.press("Hang up");
      await kim.see("Call ended");
      await kim.press("Back");
      await kim.see("There’s a newer version of this page.");
      // What it may still want of its own build is kept, although the server has no more of it.
      assertEquals(await kim.evaluate(`fetch(${JSON.stringify(script)}).then(({ status }) => status)`), 200);
      await kim.press("Reload");
      await kim.waitUntil(`${OWN_BUILD} === "build/index-script-NEWBUILD.js"`);
      assertEquals(await kim.readId(), id);
    });
    await step("Without a server it is the newer one that opens", async () => {
      await scene.server.kill();
      await kim.page.reload();
      await kim.see("Can’t reach the server");
      assertEquals(await kim.evaluate(OWN_BUILD), "build/index-script-NEWBUILD.js");
      assert(!await kim.page.getByText("There’s a newer version").isVisible());
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
