/** The name in a link: what it is taken for before the first call, while it rings, and once there is a proved one. */

import { assertEquals } from "@std/assert";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

const SOMEBODY = "k7mq-2vhd-9xtr-w4pz-0b5n";
const FROM_LINK = "This name is from the link.";

function heading({ page }: ChromiumPerson, name: string) {
  return page.getByRole("heading", { name, exact: true });
}

async function giveName(person: ChromiumPerson, name: string): Promise<void> {
  const field = person.page.getByRole("textbox", { name: "Your name", exact: true });
  await field.fill(name);
  await field.blur();
}

browserTest(
  "A link says whom it calls, unproved until the first call, and whoever is known keeps their own name",
  async (
    scene,
    step,
  ) => {
    const kim = await scene.open({
      prepare: (page) =>
        page.addInitScript("navigator.share = async ({ url }) => void (globalThis.shared = url)").then(() => {}),
    });
    await kim.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const id = await kim.readId();
    const copy = async () => {
      await kim.press("Copy link");
      await kim.see("Link copied.");
      return await kim.evaluate<string>("navigator.clipboard.readText()");
    };
    await step("Copy link and Share have the name in the link once there is one", async () => {
      assertEquals(await copy(), `${scene.server.origin}/#${id}`);
      await giveName(kim, "Kim Ó Lee Jr.");
      assertEquals(await copy(), `${scene.server.origin}/#${id}/Kim_%C3%93_Lee_Jr%2E`);
      await kim.evaluate("instruments.findButton('Share link').click()");
      assertEquals(await kim.evaluate("shared"), await copy());
    });
    const sam = await scene.open({ path: new URL(await copy()).hash.replace(/^/, "/") });
    await step("The invitation says the name, the ID below it, and what the name is worth", async () => {
      await sam.readId();
      await heading(sam, "Call Kim Ó Lee Jr.?").waitFor();
      const invitation = sam.page.getByRole("region", { name: "Call Kim Ó Lee Jr.?" });
      await invitation.getByText(id, { exact: true }).waitFor();
      await invitation.getByText(FROM_LINK).waitFor();
      assertEquals(await sam.page.getByRole("textbox", { name: "Your name", exact: true }).count(), 1);
      await assertAccessible(sam, "an invitation by name");
    });
    await step("One press calls; while it rings, the caller sees whom, and that it is not proved", async () => {
      await giveName(kim, "Kim");
      await sam.press("Call");
      await kim.seeRinging();
      await sam.see("Waiting for Kim Ó Lee Jr. to answer");
      await heading(sam, "Kim Ó Lee Jr.").waitFor();
      await sam.page.getByText(id, { exact: true }).waitFor();
      await sam.page.getByText(FROM_LINK).waitFor();
      assertEquals(await sam.page.title(), "Calling Kim Ó Lee Jr.…");
      await assertAccessible(sam, "a call that rings, by name");
    });
    await step("The name that is proved takes its place, and stays when the call is over", async () => {
      await kim.press("Accept");
      await sam.see("Connected with Kim.");
      await kim.press("Hang up");
      await sam.see("You talked with Kim for");
    });
    await step("Whoever is known goes by their own name, whatever the link says", async () => {
      await kim.press("Back");
      await sam.press("Call again");
      await kim.seeRinging();
      await sam.see("Waiting for Kim to answer");
      await heading(sam, "Kim").waitFor();
      assertEquals(await sam.page.getByText(FROM_LINK).count(), 0);
      await sam.press("Cancel");
      await sam.press("Back");
      await heading(sam, "Call Kim?").waitFor();
      await sam.page.reload();
      await heading(sam, "Call Kim?").waitFor();
      assertEquals(await sam.page.getByText(FROM_LINK).count(), 0);
    });
    await step("Nobody else gets the name of somebody known by a link, however it looks", async () => {
      for (const name of ["Kim", "%D0%9Aim", "%E2%9C%85Kim%E2%80%AE"]) { // A Cyrillic capital; a badge.
        await sam.page.evaluate(`location.hash = "#${SOMEBODY}/${name}"`);
        await sam.page.getByRole("heading").filter({ hasText: `Call ${SOMEBODY}?` }).waitFor();
      }
      await sam.page.evaluate(`location.hash = "#${SOMEBODY}/Lee%E2%80%AE%F0%9F%9B%A1"`);
      await heading(sam, "Call Lee?").waitFor();
    });
    await step("A link that is pasted names whom it calls as well, and so does trying again", async () => {
      await sam.page.evaluate("location.hash = ''");
      const calledId = await (await scene.open()).readId();
      await sam.call(`Here: https://call.example/#${calledId}/Zo%C3%AB_Park.`);
      for (const next of ["Call again", "Back"]) {
        await sam.see("Waiting for Zoë Park to answer");
        await sam.press("Cancel");
        await sam.see("You stopped calling Zoë Park before they answered.");
        await sam.page.getByText(calledId, { exact: true }).waitFor();
        await sam.press(next);
      }
    });
  },
);
