/** Somebody's QR code, held up to the camera: what it opens, what is said of other codes, and when the camera is let go. */

import { assert, assertEquals } from "@std/assert";
import { filmCode } from "../doubles/filmed_code.ts";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import { type ChromiumPerson, WITHOUT_DEVICES } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";

/** Opens a page whose camera films a code of this text, and begins to scan. */
async function scan(scene: Scene, text: string): Promise<ChromiumPerson> {
  const path = await Deno.makeTempFile({ suffix: ".y4m" });
  await Deno.writeFile(path, filmCode(text));
  try {
    const person = await scene.open({
      isAlone: true,
      args: [`--use-file-for-fake-video-capture=${path}`],
    });
    await person.readId();
    await person.press("Scan");
    await person.waitUntil("instruments.tracks.length === 1");
    return person;
  } finally {
    await Deno.remove(path);
  }
}

browserTest("A QR code is scanned: a link opens, and all else is said", async (scene, step) => {
  const callee = await scene.open();
  const link = `${scene.server.origin}/#${await callee.readId()}`;
  const dialogOf = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Scan a QR code" });

  await step("Somebody's link opens as if it had been pressed, and the camera is let go", async () => {
    const caller = await scan(scene, link);
    await dialogOf(caller).waitFor({ state: "detached" });
    await caller.page.getByRole("region", { name: /^Call / }).waitFor();
    assertEquals(await caller.evaluate("location.href"), link);
    assertEquals(await caller.evaluate("instruments.liveTracks"), []);
    await caller.press("Call");
    await callee.seeRinging();
    await callee.press("Decline");
    await caller.page.context().browser()?.close();
  });
  await step("Another service's code is said, on every screen; Escape closes, and lets the camera go", async () => {
    const person = await scan(
      scene,
      `https://elsewhere.example/#${await scene.open().then((other) => other.readId())}`,
    );
    await dialogOf(person).getByText("This QR code leads to elsewhere.example, not here.").waitFor();
    for (const [width, height] of [[1280, 800], [390, 844], [320, 568], [844, 390]] as const) {
      await person.page.setViewportSize({ width, height });
      const box = await dialogOf(person).boundingBox();
      assert(box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
      assertEquals(await person.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
    }
    await assertAccessible(person, "scanner");
    assertEquals(await person.evaluate("location.hash"), "");
    await person.page.keyboard.press("Escape");
    await dialogOf(person).waitFor({ state: "detached" });
    await person.waitUntil("instruments.liveTracks.length === 0");
    await person.page.context().browser()?.close();
  });
  await step("What is no link is said, and a call comes before it", async () => {
    const person = await scan(scene, "WIFI:S:Guests;T:WPA;P:12345678;;");
    await dialogOf(person).getByText("This QR code isn’t a link for a call.").waitFor();
    const id = await person.page.getByLabel("Your ID", { exact: true }).textContent();
    const other = await scene.open();
    await other.call(id ?? "");
    await person.page.getByRole("dialog", { name: "Incoming call" }).waitFor();
    await dialogOf(person).waitFor({ state: "detached" });
    await person.press("Decline");
    await person.see("You declined the call from");
    await person.waitUntil("instruments.liveTracks.length === 0");
  });
  await step("Where there is no camera, it says what to do instead", async () => {
    const person = await scene.open({ args: [WITHOUT_DEVICES] });
    await person.readId();
    await person.press("Scan");
    await dialogOf(person).getByText("This device has no camera to scan with, so paste the link or type the ID.")
      .waitFor();
    assertEquals(await dialogOf(person).locator("video").count(), 0);
    await person.press("Close");
    await dialogOf(person).waitFor({ state: "detached" });
  });
});
