/** A chat beyond the words of one call: kept by both, delivered in the next call, typed letter by letter, with pictures. */

import { assert, assertEquals } from "@std/assert";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { READ_RECORDS } from "./kept_records.ts";
import { field, log, openChat, openPair, seeMessage, write } from "./named_pair.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { pollUntil } from "./person.ts";

/** Notes what leaves by streams, as letters; and lets nothing leave while it is told so. */
const WIRE = `
  globalThis.sentText = "";
  const { send } = RTCDataChannel.prototype;
  RTCDataChannel.prototype.send = function (data) {
    const top = globalThis.top;
    if (typeof data !== "string") top.sentText += new TextDecoder("latin1").decode(data);
    if (!top.isCut) send.call(this, data);
  };
`;

/** What a camera would write into a picture. */
const PLACE = "52.3702 N, 4.8952 E";

/** Makes a picture of 2000 × 1000 that tells where it was taken, and pastes it into the field, or drops it on the chat. */
const HAND_PICTURE = `async (how) => {
  const canvas = new OffscreenCanvas(2_000, 1_000);
  const context = canvas.getContext("2d");
  context.fillStyle = "rgb(200, 30, 90)";
  context.fillRect(0, 0, 2_000, 1_000);
  const bytes = await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
  const place = new TextEncoder().encode(${JSON.stringify(PLACE)});
  const comment = new Uint8Array([0xff, 0xfe, 0, place.length + 2, ...place]);
  const file = new File([bytes.slice(0, 2), comment, bytes.slice(2)], "IMG_1.jpg", { type: "image/jpeg" });
  const handed = new DataTransfer();
  handed.items.add(file);
  const options = { bubbles: true, cancelable: true };
  document.querySelector(".chat .field").dispatchEvent(how === "paste"
    ? new ClipboardEvent("paste", { ...options, clipboardData: handed })
    : new DragEvent("drop", { ...options, dataTransfer: handed }));
}`;

/** The whole row presses the switch. */
async function turn(person: ChromiumPerson, name: string, isOn: boolean): Promise<void> {
  await person.page.locator("label").getByText(name, { exact: true }).click();
  await person.page.getByRole("switch", { name, exact: true, checked: isOn }).waitFor();
}

async function choose(person: ChromiumPerson, name: string): Promise<void> {
  await person.press("Chat options");
  await turn(person, name, true);
  await person.press("Chat options");
}

/** Kim leaves the call, and calls Lee again. */
async function callAgain(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await kim.press("Hang up");
  await lee.see("Call ended");
  await kim.press("Call again");
  await lee.seeRinging();
  await lee.press("Accept");
  await Promise.all([kim, lee].map((person) => person.see("Connected with")));
}

const COLOUR_OF_LAST = `(async () => {
  const picture = [...document.querySelectorAll(".chat-picture img")].at(-1);
  await picture.decode();
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  context.drawImage(picture, 0, 0, 1, 1);
  return [picture.naturalWidth, picture.naturalHeight, context.getImageData(0, 0, 1, 1).data[0] > 150];
})()`;

const IS_FIELD_WITHIN = `(() => {
  const [panel, field] = [".chat", ".chat .field"].map((part) => document.querySelector(part).getBoundingClientRect());
  return field.top >= panel.top && field.bottom <= panel.bottom;
})()`;

/** Cells that are copied come as text and as a picture of them: the field takes the text. */
const HAND_CELLS = `(() => {
  const handed = new DataTransfer();
  handed.items.add("42\\t43", "text/plain");
  handed.items.add(new File(["dots"], "image.png", { type: "image/png" }));
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: handed });
  return document.querySelector(".chat .field").dispatchEvent(event);
})()`;

/** A stranger's picture is there once it is asked for; nothing that a camera wrote has left. */
async function playPictures(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  const requests: string[] = [];
  lee.page.on("request", (request) => requests.push(request.url()));
  assert(await kim.evaluate(HAND_CELLS), "It is left to the field");
  await kim.evaluate(`(${HAND_PICTURE})("paste")`);
  await log(kim).getByRole("img", { name: "Delivered" }).waitFor();
  await lee.see("New message from Kim: Picture");
  await openChat(lee);
  assertEquals(await lee.page.locator(".chat-picture").count(), 0, "It is a stranger's");
  await lee.press("Show picture");
  await log(lee).getByRole("button", { name: "Open picture" }).waitFor();
  assertEquals(await lee.evaluate(COLOUR_OF_LAST), [1_600, 800, true]);
  assertEquals(await kim.evaluate(`sentText.includes("JFIF") && !sentText.includes(${JSON.stringify(PLACE)})`), true);
  await lee.press("Open picture");
  const large = lee.page.getByRole("dialog", { name: "Picture" });
  await large.waitFor();
  await assertAccessible(lee, "a picture, large");
  await lee.page.keyboard.press("Escape");
  await large.waitFor({ state: "detached" });
  assert(await field(lee).isVisible(), "The chat stays open");
  assertEquals(
    requests.filter((url) => !url.startsWith("blob:") && !url.includes("/build/")),
    [],
    "Nothing is fetched",
  );
}

/** What is typed is seen letter by letter, and heard at a pause, until it is a message. */
async function playLive(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await field(kim).pressSequentially("quiet");
  await lee.page.getByText("is typing…").waitFor();
  assertEquals(await lee.page.locator(".draft").count(), 0);
  await field(kim).fill("");
  await choose(kim, "Real-time text");
  await field(kim).pressSequentially("See yo");
  const draft = lee.page.locator(".draft");
  await pollUntil(lee, `document.querySelector(".draft")?.textContent === "See yo"`);
  await field(kim).press("Backspace");
  await pollUntil(lee, `document.querySelector(".draft")?.textContent === "See y"`);
  await lee.see("Kim is typing: See y");
  await assertAccessible(lee, "what somebody types");
  await kim.press("Close chat");
  await draft.waitFor({ state: "detached" }); // Nobody writes it any more.
  await openChat(kim);
  await pollUntil(lee, `document.querySelector(".draft")?.textContent === "See y"`);
  await field(kim).pressSequentially("ou");
  await field(kim).press("Enter");
  await seeMessage(lee, "See you");
  await draft.waitFor({ state: "detached" });
}

/** Both turn it on; what is written from then on is there in the next call, and what did not arrive comes in it, once. */
async function playKept(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await choose(kim, "Keep this chat");
  await kim.see(/^Nothing new is kept until .* turns this on as well\.$/);
  await lee.see("Kim would like to keep this chat.");
  await write(kim, "not kept");
  await seeMessage(lee, "not kept");
  await choose(lee, "Keep this chat");
  for (const person of [kim, lee]) await person.see("You both keep what you write");
  await write(kim, "kept");
  await seeMessage(lee, "kept");
  await write(lee, "by both");
  await seeMessage(kim, "by both");
  for (const { page } of [kim, lee]) await page.evaluate("globalThis.isCut = true");
  await write(kim, "in the next call");
  await kim.waitUntil(`document.querySelectorAll('.chat [aria-label="Sending…"]').length === 1`);
  await callAgain(kim, lee);
  for (const { page } of [kim, lee]) await page.evaluate("globalThis.isCut = false");
  for (const person of [lee, kim]) await openChat(person);
  await seeMessage(lee, "in the next call");
  const texts = (person: ChromiumPerson) => log(person).locator(".bubble").allTextContents();
  await kim.waitUntil(`document.querySelectorAll('.chat [aria-label="Delivered"]').length === 2`);
  for (const person of [kim, lee]) assertEquals(await texts(person), ["kept", "by both", "in the next call"]);
}

/** What is seen large goes with its call: another call's picture of the same number does not open by itself. */
async function playLargeOver(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await kim.evaluate(`(${HAND_PICTURE})("paste")`);
  await lee.press("Open picture");
  const large = lee.page.getByRole("dialog", { name: "Picture" });
  await large.waitFor();
  await callAgain(kim, lee);
  for (const person of [lee, kim]) await openChat(person);
  await kim.evaluate(`(${HAND_PICTURE})("paste")`);
  await log(lee).getByRole("button", { name: "Open picture" }).waitFor();
  assertEquals(await large.count(), 0);
}

/** What the chat shows, by its dividers and what they part. */
const READ_PARTS = `[...document.querySelectorAll(".chat ol > li")].map((item) =>
  item.querySelector(".chat-picture") ? "(picture)" : (item.querySelector(".bubble") ?? item).textContent)`;
const PARTS = ["Earlier", "kept", "by both", "in the next call", "This call", "(picture)"];

/** A page that is loaded again has it too; what was kept is deleted at a press, once one of them has stopped it. */
async function playDeleted(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await kim.press("Hang up");
  await lee.see("Call ended");
  await lee.page.reload();
  await lee.see("Ready for calls");
  await kim.press("Call again");
  await lee.seeRinging();
  await lee.press("Accept");
  await lee.see("Connected with");
  for (const person of [lee, kim]) await openChat(person);
  await seeMessage(lee, "in the next call");
  await kim.evaluate(`(${HAND_PICTURE})("drop")`);
  await log(lee).getByRole("button", { name: "Open picture" }).waitFor(); // Kim is no stranger any more.
  for (const person of [kim, lee]) assertEquals(await person.evaluate(READ_PARTS), PARTS);
  await kim.press("Chat options");
  await assertAccessible(kim, "the chat's options");
  for (const [width, height] of [[320, 568], [844, 390], [1280, 800]] as const) {
    await kim.page.setViewportSize({ width, height });
    assertEquals(await kim.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
    assert(await kim.evaluate(IS_FIELD_WITHIN), `${width} × ${height}: the field is pushed out of the panel`);
  }
  await turn(kim, "Keep this chat", false);
  await lee.see("Nothing new is kept until Kim turns this on as well.");
  await lee.press("Delete 3 kept messages from this device");
  await log(lee).locator(".bubble").first().waitFor({ state: "detached" });
  assertEquals(await lee.page.locator(".chat-divider").count(), 0, "All that is left is of this call");
  const kept = Object.entries(await lee.evaluate<Record<string, unknown>>(READ_RECORDS));
  assertEquals(kept.filter(([key]) => key.startsWith("chat ")).map(([, record]) => record), [
    { isWished: true, entries: [] },
  ]);
}

browserTest(
  "People paste pictures, are read as they type, and keep a chat that both want kept, with what did not arrive",
  async (scene, step) => {
    const [kim, lee] = await openPair(scene, async (page) => void await page.addInitScript(WIRE));
    await openChat(kim);
    await step("pictures", () => playPictures(kim, lee));
    await step("typed and seen", () => playLive(kim, lee));
    await step("kept", () => playKept(kim, lee));
    await step("large, and over", () => playLargeOver(kim, lee));
    await step("deleted", () => playDeleted(kim, lee));
  },
);
