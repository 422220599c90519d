/** The own link as a QR code: what a phone that is held up to the screen reads, and what ends it. */

import { assert, assertEquals } from "@std/assert";
import decodeQR from "qr/decode.js";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** Screens of a desk, of phones, and of a phone on its side; and how wide at least the code is there. */
const SCREENS = [
  { width: 1280, height: 800, codeMin: 480 },
  { width: 390, height: 844, codeMin: 280 },
  { width: 320, height: 640, codeMin: 220 },
  { width: 844, height: 390, codeMin: 280 },
  { width: 360, height: 500, codeMin: 160 },
];
/** As many dots a side as a camera at some distance would see. */
const SEEN = 240;

/** Reads what the screen shows, dot by dot. */
async function scan(scene: Scene, { page }: ChromiumPerson): Promise<string> {
  const picture = await page.locator(".qr-code svg").screenshot();
  const reader = await scene.open();
  await reader.page.goto("about:blank"); // Where no policy stands against a picture in the script.
  const data = await reader.page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${picture.toString("base64")}";
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = ${SEEN};
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, ${SEEN}, ${SEEN});
    return [...context.getImageData(0, 0, ${SEEN}, ${SEEN}).data];
  })()`) as number[];
  await reader.page.close();
  return decodeQR({ data: Uint8Array.from(data), width: SEEN, height: SEEN });
}

browserTest(
  "The own link is shown as a QR code that can be scanned, and a call comes before it",
  async (scene, step) => {
    const person = await scene.open();
    const { page } = person;
    const id = await person.readId();
    const dialog = page.getByRole("dialog", { name: "Scan this to call me" });
    await step("It says the link, on every screen, in light and dark, and shuts nobody out", async () => {
      await person.press("QR code");
      for (const { codeMin, ...size } of SCREENS) {
        await page.setViewportSize(size);
        const box = await dialog.boundingBox();
        const code = await page.locator(".qr-code svg").boundingBox();
        assert(box !== null && code !== null);
        const label = `${size.width} × ${size.height}: ${JSON.stringify([box, code])}`;
        assert(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height, label);
        assert(code.width >= codeMin && Math.abs(code.width - code.height) < 1, label);
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        assertEquals(await scan(scene, person), `${scene.server.origin}/#${id}`, colorScheme);
      }
      await assertAccessible(person, "QR code");
    });
    await step("It says the own name as well, as long as one may be, and can be scanned all the same", async () => {
      await person.press("Close");
      const field = page.getByRole("textbox", { name: "Your name" });
      const name = "\u0915".repeat(17); // Of what takes most room in a link, as much as has room.
      await field.fill(`${name} \u0915`);
      await field.blur();
      await person.press("QR code");
      assertEquals(await scan(scene, person), `${scene.server.origin}/#${id}/${encodeURIComponent(name)}`);
      await person.press("Close");
      await field.fill("");
      await field.blur();
    });
    await step("Its button, Escape and a press beside it close it, and give the focus back", async () => {
      const closeBy = [
        () => person.press("Close"),
        () => page.keyboard.press("Escape"),
        () => page.mouse.click(2, 2),
      ];
      for (const close of closeBy) {
        if (!await dialog.isVisible()) await person.press("QR code");
        await dialog.waitFor();
        await close();
        await dialog.waitFor({ state: "detached" });
        assertEquals(await person.evaluate("document.activeElement.ariaLabel"), "QR code");
      }
    });
    await step("A call closes it", async () => {
      await person.press("QR code");
      await dialog.waitFor();
      const other = await scene.open();
      await other.call(id);
      await person.seeRinging();
      await dialog.waitFor({ state: "detached" });
      await person.waitUntil("document.activeElement.closest('[aria-modal=true]') !== null"); // It has the focus.
      await person.press("Decline");
      await person.see("You declined the call from");
      assertEquals(await dialog.count(), 0);
    });
  },
);

browserTest("A QR code that does not load is said, and comes with another press", async (scene) => {
  const person = await scene.open();
  const { page } = person;
  await person.readId();
  await page.getByRole("button", { name: "Check camera and sound" }).waitFor(); // All else has come.
  await page.route("**/build/*", (route) => route.abort());
  await person.press("QR code");
  await person.see("The QR code didn’t load. Check your connection, then reload this page.");
  await page.unroute("**/build/*");
  await person.press("QR code");
  await page.getByRole("dialog", { name: "Scan this to call me" }).waitFor();
});

/** Presses *QR code* twice while its code is on its way, and lets that come once `meanwhile` has been played. */
async function pressTwice(person: ChromiumPerson, meanwhile: () => Promise<void>): Promise<void> {
  const { page } = person;
  await page.getByRole("button", { name: "Check camera and sound" }).waitFor(); // All else has come.
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route("**/build/*", async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  for (let press = 0; press < 2; press++) await person.press("QR code");
  await asked.promise;
  await meanwhile();
  const loaded = page.waitForResponse(/\/build\/part-/);
  released.resolve();
  await (await loaded).finished();
}

browserTest("A QR code that takes long opens once, and not over a call that came meanwhile", async (scene) => {
  const [kim, sam] = [await scene.open(), await scene.open()];
  const id = (await kim.readId(), await sam.readId());
  const dialog = (person: ChromiumPerson) => person.page.getByRole("dialog", { name: "Scan this to call me" });
  await pressTwice(kim, async () => {});
  await dialog(kim).waitFor();
  assertEquals(await dialog(kim).count(), 1);
  await kim.press("Close");
  await pressTwice(sam, async () => {
    await kim.call(id);
    await sam.seeRinging();
  });
  await sam.press("Decline");
  await sam.see("You declined the call from");
  assertEquals(await dialog(sam).count(), 0);
});
