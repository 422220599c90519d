/** Reactions, raised hands and the keys of a call, as two people see, hear and press them. */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { openPair } from "./named_pair.ts";
import { FIND_OVERFLOW } from "./overflow.ts";

function button({ page }: ChromiumPerson, name: string) {
  return page.getByRole("button", { name, exact: true });
}

browserTest("A reaction is seen and heard at the other end, and a hand is up until it is lowered", async (scene) => {
  const [kim, lee] = await openPair(scene);
  await kim.press("More");
  await button(kim, "Heart").click();
  await kim.page.locator(".floating .heart.mine").waitFor();
  assertEquals(await kim.page.locator(":popover-open").count(), 0, "Nothing floats behind the menu");
  await lee.page.locator(".floating .heart").waitFor();
  await lee.see("Kim sends a heart.");
  await lee.page.locator(".floating .heart").waitFor({ state: "detached" });
  await kim.press("More");
  await button(kim, "Raise hand").click();
  await lee.see("Kim has raised a hand.");
  await lee.page.locator(".chip.hand").waitFor();
  await button(kim, "Raise hand").waitFor({ state: "detached" });
  await button(kim, "Lower hand").first().click();
  await lee.page.locator(".chip.hand").waitFor({ state: "detached" });
});

browserTest(
  "Keys mute, turn the camera off, raise a hand and open the chat; none while somebody types",
  async (scene) => {
    const [kim, lee] = await openPair(scene);
    const { keyboard } = kim.page;
    await button(kim, "More").waitFor();
    await keyboard.press("m");
    await button(kim, "Unmute").waitFor();
    await keyboard.down(" ");
    await button(kim, "Mute").waitFor();
    await keyboard.up(" ");
    await button(kim, "Unmute").waitFor();
    await keyboard.press("Control+d");
    await button(kim, "Mute").waitFor();
    await keyboard.press("v");
    await button(kim, "Turn camera on").waitFor();
    await keyboard.press("Control+e");
    await button(kim, "Turn camera off").waitFor();
    await keyboard.press("h");
    await lee.see("Kim has raised a hand.");
    await keyboard.press("c");
    const field = kim.page.getByRole("textbox", { name: "Message", exact: true });
    await field.waitFor();
    await field.pressSequentially("mvch? ");
    assertEquals(await field.inputValue(), "mvch? ");
    await keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    assertEquals(await button(kim, "Mute").count(), 1, "Nothing was done while they typed");
    await lee.see("Kim has raised a hand.");
  },
);

browserTest(
  "The list of keys opens by ? and from the menu, can be closed, and turns single keys off",
  async (scene) => {
    const [kim] = await openPair(scene);
    const { keyboard } = kim.page;
    const list = kim.page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await button(kim, "More").waitFor();
    await keyboard.press("?");
    await list.waitFor();
    for (const text of ["Mute or unmute", "Share screen", "Chat", "Raise hand", "Hold to talk while you’re muted"]) {
      assertEquals(await list.getByText(text, { exact: true }).count(), 1, text);
    }
    await keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await kim.press("More");
    await button(kim, "Keyboard shortcuts").click();
    await list.waitFor();
    await list.getByRole("checkbox", { name: "Use single-key shortcuts" }).uncheck();
    await button(kim, "Close shortcuts").click();
    await list.waitFor({ state: "detached" });
    await keyboard.press("m");
    await keyboard.press("Control+d");
    await button(kim, "Unmute").waitFor();
  },
);

browserTest("Menu and list fit each screen, and stay clear of Hang up", async (scene) => {
  const [kim] = await openPair(scene);
  const hangUp = button(kim, "Hang up");
  await button(kim, "More").waitFor();
  for (const [width, height] of [[320, 568], [360, 640], [390, 844], [844, 390], [1280, 800]] as const) {
    await kim.page.setViewportSize({ width, height });
    await kim.press("More");
    await button(kim, "Raise hand").waitFor();
    assertEquals(await kim.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
    const [menu, bar] = [await kim.page.locator(".more-menu").boundingBox(), await hangUp.boundingBox()];
    assert(menu !== null && bar !== null && menu.y >= 0 && menu.y + menu.height <= bar.y, `${width} × ${height}`);
    await kim.page.keyboard.press("Escape");
  }
});
