/**
 * `deno task pictures`: plays calls in English and takes a picture of each state of them into `docs/screens/call/`, in
 * each form that a window has. Look at them all. What the screens are in other languages is in `languages_test.ts`, and
 * what is around calls in `take_people_pictures.ts`. Needs Chromium and ImageMagick.
 */

import { Buffer } from "node:buffer";
import { startServerProcess } from "../doubles/server_process.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";
import { Studio } from "./picture_taking.ts";

const LONG_NAME = "Ann Lindqvist, second floor, by the window";
/** What a page has that one would share. */
const SLIDE = `data:text/html,<meta charset="utf-8"><title>Slide</title>
  <body style="font:48px sans-serif;margin:80px;background:white;color:%23222"><h1>Monday</h1><p>09:00 Tea<p>10:30 Garden`;

const studio = await Studio.open("docs/screens/call");
const take = (person: ChromiumPerson, name: string) => studio.take(person, name);

async function choose(person: ChromiumPerson, name: string): Promise<void> {
  await person.press("More");
  await person.page.locator("#more-menu").getByRole("button", { name, exact: true }).click();
}

async function escape({ page }: ChromiumPerson): Promise<void> {
  await page.keyboard.press("Escape");
}

async function write({ page }: ChromiumPerson, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Message", exact: true });
  await field.fill(text);
  await field.press("Enter");
}

async function playBefore(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await take(sam, "before-guest");
  await sam.press("Check camera and sound");
  await sam.page.getByRole("combobox", { name: "Camera" }).waitFor();
  await take(sam, "before-look");
  await sam.press("Call");
  await kim.seeRinging();
  await take(sam, "before-calling");
  await take(kim, "before-ringing");
  await kim.press("Accept");
  await Promise.all([kim, sam].map((person) => assertMediaFlows(person, { seconds: 1 })));
}

async function playCall(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await take(kim, "call");
  await kim.press("Mute");
  await take(kim, "call-muted");
  await kim.press("Unmute");
  await sam.press("Turn camera off");
  await kim.page.getByText("camera is off").waitFor();
  await take(kim, "call-camera-off");
  await sam.press("Turn camera on");
  await kim.press("More");
  await take(kim, "call-more");
  await escape(kim);
  await choose(kim, "Camera and sound");
  await kim.page.getByRole("dialog", { name: "Camera and sound" }).waitFor();
  await take(kim, "call-devices");
  await escape(kim);
  await choose(sam, "Raise hand");
  await kim.page.getByText(/hand/).first().waitFor();
  await take(kim, "call-hand");
  await sam.page.keyboard.press("h");
  await choose(kim, "Keyboard shortcuts");
  await kim.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await take(kim, "call-shortcuts");
  await escape(kim);
}

async function playPanels(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await kim.press("Chat");
  await write(kim, "Did you get the tickets?");
  await sam.press("Chat");
  await write(sam, "Yes, for both of us. They are at https://example.org/tickets/2026-11");
  await write(kim, "Wonderful. I’ll bring the sandwiches, the thermos and the blanket.");
  await sam.page.getByText("the thermos").waitFor();
  await take(sam, "chat");
  await sam.press("Chat options");
  await take(sam, "chat-options");
  await escape(sam);
  await escape(sam);
  await escape(kim);
  await kim.press("Verify");
  await kim.waitUntil("document.querySelectorAll('.words li').length === 5");
  await take(kim, "verify");
  await kim.press("Close");
  await kim.press("More");
  const [chooser] = await Promise.all([kim.page.waitForEvent("filechooser"), kim.press("Send file")]);
  await chooser.setFiles([
    { name: "tickets.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(300_000) },
    { name: "the garden in spring.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(900_000) },
  ]);
  await sam.page.getByRole("button", { name: "Accept file" }).first().waitFor();
  await take(sam, "files-offered");
  await take(kim, "files-sent");
  await escape(kim);
}

async function playScreen(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  const slide = await kim.context.newPage();
  await slide.goto(SLIDE);
  await kim.press("Share screen");
  await sam.waitUntil(`document.querySelector("[aria-label='Shared screen']")?.videoWidth > 0`);
  await take(sam, "screen-seen");
  await take(kim, "screen-shared");
  await sam.press("Draw");
  await sam.page.mouse.move(500, 300);
  await sam.page.mouse.down();
  for (let at = 0; at < 20; at++) await sam.page.mouse.move(500 + at * 12, 300 + 60 * Math.sin(at / 3));
  await take(sam, "screen-drawn-on");
  await sam.page.mouse.up();
  await sam.press("Stop drawing");
  await kim.press("Stop sharing");
  await slide.close();
}

async function playHold(kim: ChromiumPerson, sam: ChromiumPerson, ann: ChromiumPerson, id: string): Promise<void> {
  await choose(kim, "Hold");
  await sam.see("has put you on hold");
  await take(kim, "hold-own");
  await take(sam, "hold-theirs");
  await kim.press("Resume");
  await ann.call(id);
  await kim.page.getByRole("complementary").getByText("Ann Lindqvist").waitFor();
  await take(kim, "hold-second-call");
  await kim.press("Hold and answer");
  await kim.page.getByRole("region", { name: "On hold", exact: true }).waitFor();
  await take(kim, "hold-list");
  await ann.press("Hang up");
  await kim.page.getByText("Sam").first().waitFor();
}

async function playGone(kim: ChromiumPerson, sam: ChromiumPerson, origin: string): Promise<void> {
  const { page } = sam;
  await page.goto("about:blank");
  await kim.page.getByText("page was closed").first().waitFor();
  await take(kim, "gone-closed");
  await kim.page.getByRole("button", { name: "Keep waiting" }).waitFor();
  await take(kim, "gone-left");
  await kim.press("Keep waiting");
  await page.goto(origin);
  const rejoin = page.getByRole("button", { name: "Rejoin" });
  await rejoin.or(page.getByRole("status").filter({ hasText: "Connected with" })).first().waitFor();
  if (await rejoin.count() > 0) {
    await take(sam, "gone-rejoin");
    await sam.press("Leave");
  } else {
    await sam.press("Hang up"); // It was so soon that the page went on by itself.
  }
  await kim.page.locator(".ended").waitFor();
  await take(kim, "ended");
}

const server = await startServerProcess({});
try {
  const kim = await studio.enter(server.origin, "morning", "Kim");
  const id = await kim.readId();
  const sam = await studio.enter(`${server.origin}/#${id}`, "evening", "Sam");
  const ann = await studio.enter(server.origin, "evening", LONG_NAME);
  await playBefore(kim, sam);
  await playCall(kim, sam);
  await playPanels(kim, sam);
  await playScreen(kim, sam);
  await playHold(kim, sam, ann, id);
  if (await kim.page.getByRole("button", { name: /^(Resume|Swap to Sam)$/ }).count() > 0) {
    await kim.page.getByRole("button", { name: /^(Resume|Swap to Sam)$/ }).first().click();
  }
  await playGone(kim, sam, server.origin);
} finally {
  await studio[Symbol.asyncDispose]();
  await server.kill();
}
Deno.exit(0);
