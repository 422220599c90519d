/** Comparing words with their pictures, and the warning about a name of another ID, as two people see them. */

import { assert, assertEquals } from "@std/assert";
import { DRAWINGS } from "../../client/features/comparison/screen/drawings.ts";
import { things } from "../../client/words/en/things.ts";
import { assertAccessible } from "./accessible.ts";
import { type Box, readBox, SIZES } from "./boxes.ts";
import { browserTest, type Step } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { findDrawingsFile, readDrawings, readWords } from "./compared_words.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { connectWithoutPicture } from "./person.ts";

function setName({ page }: ChromiumPerson, name: string): Promise<void> {
  return page.getByRole("textbox", { name: "Your name" }).fill(name);
}

type Played = {
  readonly step: Step;
  readonly callee: ChromiumPerson;
  readonly kim: ChromiumPerson;
  readonly other: ChromiumPerson;
};

async function playSameWords({ step, kim, callee }: Played): Promise<void> {
  await step("Two people see the same five words, and each verifies for themselves alone", async () => {
    await connectWithoutPicture(kim, callee);
    assertEquals(await kim.page.getByText("Verified", { exact: true }).count(), 0);
    await callee.press("Verify");
    const words = await readWords(callee);
    assertEquals(words.length, 5);
    await kim.page.getByText("would like to compare words").waitFor();
    await kim.press("Show words");
    assertEquals(await readWords(kim), words);
    const drawings = words.map((word) => DRAWINGS[things.names.indexOf(word)]);
    for (const person of [callee, kim]) assertEquals(await readDrawings(person), drawings);
    await kim.press("They match");
    await kim.page.getByRole("button", { name: "Verified", exact: true }).waitFor();
    assertEquals(await callee.page.getByRole("button", { name: "Verified", exact: true }).count(), 0);

    // It is kept with the ID, and goes with no other.
    await kim.press("Close");
    await kim.press("Hang up");
    await callee.see("Call ended");
    await callee.press("Call again");
    await kim.seeRinging();
    await kim.press("Accept without video");
    await Promise.all([kim.see("Connected with"), callee.see("Connected with")]);
    await kim.page.getByRole("button", { name: "Verified", exact: true }).waitFor();
    await kim.press("Verified");
    assert((await readWords(kim)).join() !== words.join(), "Words are new in each call");
    await kim.press("Close");
    await kim.press("Hang up");
    await callee.see("Call ended");
  });
}

/** How many pictures are wider than the place that each has. */
const WIDER_THAN_PLACE = `[...document.querySelectorAll(".words li")].filter((place) =>
  place.firstElementChild.getBoundingClientRect().width > place.getBoundingClientRect().width + 1).length`;

/** Where the panel stands: clear of the other's picture, and of the controls. */
async function playSizes({ step, kim, callee }: Played): Promise<void> {
  await step("The words stand beside the picture, or below it, clear of the controls", async () => {
    await kim.press("Call again");
    await callee.seeRinging();
    await callee.press("Accept without video");
    await callee.waitUntil("document.querySelector('video.remote.shown') !== null");
    await callee.press("Verify");
    await readDrawings(callee);
    const { page } = callee;
    for (
      const { width, height } of [...SIZES, { width: 360, height: 640 }, { width: 640, height: 400 }, {
        width: 568,
        height: 320,
      }]
    ) {
      await page.setViewportSize({ width, height });
      await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
      const told = `${width} × ${height}`;
      const panel = await readBox(callee, ".verify-panel");
      const [remote, bar] = [await readBox(callee, "video.remote"), await readBox(callee, ".bar")];
      assertEquals(await callee.evaluate(WIDER_THAN_PLACE), 0, `${told}: pictures lie over each other`);
      assert(isApart(panel, remote), `${told}: ${JSON.stringify({ panel, remote })}`);
      assert(isApart(panel, bar), `${told}: ${JSON.stringify({ panel, bar })}`);
      assert(bar.left >= 0 && panel.right <= width && panel.top >= 0 && panel.bottom <= height, told);
      assertEquals(await callee.evaluate(FIND_OVERFLOW), [], told);
      for (const name of ["They match", "They differ", "Close"]) {
        const box = await page.getByRole("button", { name, exact: true }).boundingBox();
        assert(box !== null && box.y >= 0 && box.y + box.height <= height && box.height >= 44, `${told}: ${name}`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await callee.press("Chat"); // There is one place, whatever was opened last.
    await page.getByRole("textbox", { name: "Message" }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await callee.press("More");
    await callee.press("Files");
    await page.getByRole("region", { name: "Files", exact: true }).waitFor();
    await page.getByRole("region", { name: "Chat", exact: true }).waitFor({ state: "detached" });
    await callee.press("Verify");
    await page.getByRole("dialog").waitFor();
    assertEquals(await page.locator(".beside").count(), 1);
    await kim.press("Hang up");
    await callee.see("Call ended");
  });
}

/** But for what rounding makes of a length. */
function isApart(one: Box, other: Box): boolean {
  return one.left >= other.right - 1 || one.right <= other.left + 1 || one.top >= other.bottom - 1 ||
    one.bottom <= other.top + 1;
}

async function playKnownName({ step, callee, kim, other }: Played, id: string): Promise<void> {
  await step("A known name from another ID is a loud warning, until the person says it is them", async () => {
    await setName(other, "КIM  LЕE");
    await other.call(id);
    await callee.seeRinging();
    await callee.see("This isn’t the ID that КIM LЕE had before");
    await callee.page.getByRole("dialog").getByText("may be someone else using that name").waitFor();
    await callee.press("Accept without video");
    await callee.see(/Connected with КIM LЕE. This isn’t the ID/);
    await callee.press("It’s them");
    await callee.page.getByText("may be somebody else").first().waitFor({ state: "detached" });
    await other.press("Hang up");
    await callee.see("Call ended");

    await kim.press("Call again");
    await callee.seeRinging();
    assertEquals(await callee.page.getByText("This isn’t the ID").count(), 0, "Both may have the name now");
    await kim.press("Cancel");
    await kim.see("Call cancelled");
  });
}

async function playMarkup({ step, callee, other }: Played, id: string): Promise<void> {
  await step("A name that is markup is shown as text, and nothing is fetched for it", async () => {
    const name = "<img src=//evil.example onerror=1>";
    await other.press("Back");
    await setName(other, name);
    await other.call(id);
    await callee.see(`${name} is calling you`);
    await callee.press("Accept without video");
    await callee.see(`Connected with ${name}`);
    assertEquals(await callee.evaluate("document.querySelectorAll('img[onerror], a[href*=evil]').length"), 0);
  });
}

browserTest("What people learn of who the other is", async (scene, step) => {
  const requests: string[] = [];
  const callee = await scene.open({
    prepare: (page) => {
      page.on("request", (request) => requests.push(request.url()));
      return Promise.resolve();
    },
  });
  const [kim, other] = [await scene.open(), await scene.open()];
  const played: Played = { step, callee, kim, other };
  const id = await callee.readId();
  await setName(kim, "Kim Lee");
  await playSameWords(played);
  await playSizes(played);
  await playKnownName(played, id);
  await playMarkup(played, id);
  await step("Pictures that do not come leave the words, and are fetched at the next opening", async () => {
    const file = `**/${await findDrawingsFile()}`;
    await other.page.route(file, (route) => route.abort());
    await other.press("Verify");
    const words = await readWords(other);
    await other.page.getByRole("dialog").getByText(things.unpictured).waitFor();
    assertEquals(await other.page.locator(".words svg").count(), 0);
    await other.page.unroute(file);
    await other.press("Close");
    await other.press("Verify");
    assertEquals(await readDrawings(other), words.map((word) => DRAWINGS[things.names.indexOf(word)]));
    assertEquals(await other.page.getByText(things.unpictured).count(), 0);
  });
  await step(
    "Words that differ end the call, after a question where they matched before, and both people learn why",
    async () => {
      await other.press("They match");
      await other.page.getByText("You verified this ID").waitFor();
      await other.page.getByRole("button", { name: "They differ" }).dblclick(); // The second press is no judgement.
      await other.press("They differ");
      await other.page.getByText("You’ve verified this ID before.").waitFor();
      assertEquals(await other.evaluate("document.activeElement.textContent"), "Go back");
      await assertAccessible(other, "whether words really differ", ["dark"]);
      for (const [width, height] of [[320, 568], [844, 390], [1280, 800]] as const) {
        await other.page.setViewportSize({ width, height });
        assertEquals(await other.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
      }
      await other.press("End call");
      await other.see("The words didn’t match, so someone may be between you");
      await callee.see("found that someone may be between you");
      for (const person of [other, callee]) assertEquals(await person.evaluate("instruments.liveTracks"), []);
    },
  );
  assertEquals(requests.filter((url) => !url.startsWith(scene.server.origin)), []);
});
