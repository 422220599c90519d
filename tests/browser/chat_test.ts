/** The chat of a call, as two people write in it: also without a server or a connection, and to an end that means harm. */

import { assert, assertEquals } from "@std/assert";
import type { Locator } from "playwright-core";
import { Ages } from "../doubles/ages.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { field, log, openChat, openPair, seeMessage, write } from "./named_pair.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { connect } from "./person.ts";

/** How long a press may wait for the page, in milliseconds. */
const WAIT_MS_MAX = 100;

function chatButton({ page }: ChromiumPerson): Locator {
  return page.getByRole("button", { name: "Chat", exact: true });
}

/** Each sees that it came, who writes, and how much is unread. */
async function playTalk(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await openChat(kim);
  assert(await field(kim).evaluate((element) => element === document.activeElement), "The field has the focus");
  await write(kim, "Hello");
  await log(kim).getByRole("img", { name: "Delivered" }).waitFor();
  assertEquals(await field(kim).inputValue(), "");

  await lee.see("New message from Kim: Hello");
  assertEquals(await chatButton(lee).textContent(), "1");
  await write(kim, "Are you there?");
  await lee.see("2 unread messages");
  assertEquals(await chatButton(lee).textContent(), "2");
  await openChat(lee);
  for (const text of ["Hello", "Are you there?"]) await seeMessage(lee, text);
  await lee.page.getByRole("status").filter({ hasText: "unread" }).waitFor({ state: "detached" });
  assertEquals(await chatButton(lee).textContent(), "");

  await field(lee).pressSequentially("Yes");
  await kim.page.getByText("is typing…").waitFor();
  await field(lee).press("Shift+Enter");
  await field(lee).pressSequentially("I am");
  await field(lee).press("Enter");
  await kim.page.getByText("is typing…").waitFor({ state: "detached" });
  assertEquals(
    await log(kim).locator(".theirs .bubble").last().evaluate((element) => element.textContent),
    "Yes\nI am",
  );

  await field(lee).press("Escape");
  await field(lee).waitFor({ state: "detached" });
  assert(await chatButton(lee).evaluate((element) => element === document.activeElement), "The focus has come back");
  await write(kim, "Bye");
  await lee.see("New message from Kim: Bye");
  await lee.page.locator(".chat-news").click();
  await seeMessage(lee, "Bye");
}

/** What is written is text: links can be followed, and markup stays as it was typed. */
async function playText(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  const requests: string[] = [];
  lee.page.on("request", (request) => requests.push(request.url()));
  const markup = `<img src=x onerror="document.title='hit'"> <b>bold</b> javascript:alert(1)`;
  await write(kim, markup);
  await seeMessage(lee, markup);
  await write(kim, "See https://example.com/a?b=1, or www.example.org");
  const links = log(lee).getByRole("link");
  await links.first().waitFor();
  const read = (
    element: Element,
  ) => [element.textContent, ...["href", "rel", "target"].map((name) => element.getAttribute(name))];
  assertEquals(await Promise.all((await links.all()).map((link) => link.evaluate(read))), [
    ["https://example.com/a?b=1", "https://example.com/a?b=1", "noreferrer noopener", "_blank"],
    ["www.example.org", "https://www.example.org/", "noreferrer noopener", "_blank"],
  ]);
  assertEquals(await lee.page.locator(".chat img, .chat b").count(), 0);
  assertEquals(requests.filter((url) => url.includes("example") || url.endsWith("/x")), [], "Nothing is fetched");
}

/** Enter takes what an input method offers, and a text that is too long is not sent. */
async function playLimits(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  const before = await log(lee).locator("li").count();
  await field(kim).fill("にほん");
  const compose = (how: string) =>
    kim.evaluate(`document.activeElement.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ${how} }),
    )`);
  await compose("isComposing: true");
  await compose("keyCode: 229");
  assertEquals(await field(kim).inputValue(), "にほん");
  await field(kim).fill("x".repeat(4_002));
  await field(kim).press("Enter");
  await kim.see("2 characters too long");
  await field(kim).fill("short");
  await kim.press("Send");
  await seeMessage(lee, "short");
  assertEquals(await log(lee).locator("li").count(), before + 1);
}

browserTest(
  "People write although the server is gone; what the connection loses is said again, once and in order",
  async (scene) => {
    // In each frame: connections are made in frames too.
    const [kim, lee] = await openPair(scene, async (page) => {
      await page.addInitScript(`
      const { send } = RTCDataChannel.prototype;
      RTCDataChannel.prototype.send = function (data) {
        if (!globalThis.top.isCut) send.call(this, data);
      };
    `);
    });
    await scene.server.kill("SIGKILL");
    await openChat(kim);
    await write(kim, "Still here");
    await lee.see("New message from Kim: Still here");
    await openChat(lee); // Whose chat is loaded only now.
    await write(lee, "Me too");
    await seeMessage(kim, "Me too");
    for (const { page } of [kim, lee]) await page.evaluate("globalThis.isCut = true");
    for (const text of ["one", "two", "three"]) await write(kim, text);
    await kim.waitUntil("document.querySelectorAll('.chat [aria-label=\"Sending…\"]').length === 3");
    for (const { page } of [kim, lee]) await page.evaluate("globalThis.isCut = false");
    await seeMessage(lee, "three");
    await kim.evaluate("dispatchEvent(new Event('online'))");
    for (const text of ["four", "five"]) await write(kim, text);
    await kim.waitUntil("instruments.connections.filter((each) => each.connectionState === 'connected').length > 1");
    await write(kim, "six");
    await seeMessage(lee, "six");
    await kim.waitUntil("document.querySelectorAll('.chat [aria-label=Delivered]').length === 7");
    const texts = await log(lee).locator(".theirs .bubble").allTextContents();
    assertEquals(texts, ["Still here", "one", "two", "three", "four", "five", "six"]);
  },
);

browserTest("A page that is older has no chat, and the person is told so", async (scene) => {
  await using ages = await Ages.start(scene.server);
  const [kim, lee] = [await scene.open(), await scene.open({ origin: ages.originOf("old", "new") })];
  await connect(kim, lee);
  await kim.press("Chat");
  const region = kim.page.getByRole("region", { name: "Chat", exact: true });
  await region.getByText("’s page is an older version without chat").waitFor();
  assertEquals(await field(kim).count(), 0);
  await kim.page.keyboard.press("Escape");
  await region.waitFor({ state: "detached" });
  await kim.press("Hang up");
  await lee.see("Call ended");
});

browserTest(
  "Two people write to each other: news and what is unread, links and markup, input methods and long texts, each screen",
  async (scene) => {
    const [kim, lee] = await openPair(scene);
    for (const play of [playTalk, playText, playLimits, playScreens]) await play(kim, lee);
  },
);

/** Whether the last message is in sight. */
const IS_AT_END = `(() => {
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector(".chat-log");
  return scrollHeight - scrollTop - clientHeight < 2;
})()`;

/** Whether a press in its middle meets the button. */
const CAN_HANG_UP = `(() => {
  const button = instruments.findButton("Hang up");
  const { left, top, width, height } = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
})()`;

/** Nothing sticks out, and Hang up is within reach, on a phone as on a desktop. */
async function playScreens(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  for (let count = 0; count < 30; count++) await write(lee, `message ${count} `.repeat(count));
  await write(lee, `Long${"word".repeat(60)} https://example.com/${"path".repeat(60)}`);
  await log(kim).getByRole("link", { name: /path/ }).waitFor();
  // From wide to narrow what is read grows most, also after the list was moved to its end.
  for (const [width, height] of [[1280, 800], [320, 568], [360, 640], [390, 844], [844, 390], [1280, 800]] as const) {
    await kim.page.setViewportSize({ width, height });
    await kim.page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    assertEquals(await kim.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
    assert(await kim.evaluate(CAN_HANG_UP), `${width} × ${height}: Hang up is covered`);
    await kim.waitUntil(IS_AT_END);
    const { x, y, width: w = 0, height: h = 0 } = await field(kim).boundingBox() ?? { x: -1, y: -1 };
    assert(
      x >= 0 && y >= 0 && x + w <= width && y + h <= height && h >= 44,
      `${width} × ${height}: the field is cut off`,
    );
  }
  await playReadingUp(kim, lee);
}

/** Who reads further up is left there by what comes, and follows again from the end, or from what they write. */
async function playReadingUp(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await log(kim).hover({ position: { x: 4, y: 40 } }); // Beside the messages: a long one has a scroll of its own.
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    "from the end": () => kim.page.mouse.wheel(0, 10_000),
    "from what they write": () => write(kim, "Here I am"),
  };
  for (const [way, follow] of Object.entries(ways)) {
    await kim.page.mouse.wheel(0, -400);
    await kim.waitUntil(`!${IS_AT_END}`);
    await write(lee, `Further up, ${way}`);
    await seeMessage(kim, `Further up, ${way}`);
    assert(!await kim.evaluate<boolean>(IS_AT_END), "The list stays where it is read");
    await follow();
    await kim.waitUntil(IS_AT_END);
    await write(lee, `Followed ${way}`);
    await seeMessage(kim, `Followed ${way}`);
    await kim.waitUntil(IS_AT_END);
  }
}

/** Finds how long the page lets whatever happens wait, in milliseconds: the longest of so many tries. */
const READ_WAIT = `(async () => {
  const waits = [];
  for (let count = 0; count < 11; count++) {
    const askedAt = performance.now();
    waits.push(await new Promise((resolve) => setTimeout(() => resolve(performance.now() - askedAt))));
  }
  return waits.toSorted((a, b) => a - b)[5];
})()`;

/** Keeps what the chat is said by, and says so many a second of the heaviest messages that there may be, each in its turn. */
const FLOOD = `
  const { createDataChannel } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = createDataChannel.call(this, label, options);
    const { send } = channel;
    channel.send = (text) => {
      const message = label === "control" ? JSON.parse(text) : {};
      if (message.feature === "chat" && message.body.say > 0) globalThis.last = { channel, send, message };
      send.call(channel, text);
    };
    channel.addEventListener("message", ({ data }) => {
      const { feature, body } = label === "control" ? JSON.parse(data) : {};
      if (feature === "chat" && body.heard > 0) globalThis.heard = body.heard;
    });
    return channel;
  };
  globalThis.flood = (text, perSecond) => {
    const { channel, send, message } = last;
    clearInterval(globalThis.flooding);
    globalThis.flooding = setInterval(() => {
      for (let count = 1; count <= perSecond / 20; count++) {
        const body = { say: heard + count, text: text.slice(0, 4_000) };
        send.call(channel, JSON.stringify({ ...message, body }));
      }
    }, 50);
  };
`;

/** Each begins with a letter of its own, by which it is known: the page cuts what follows. */
const HEAVY: Readonly<Record<string, string>> = {
  "links": "http://a.b ".repeat(400),
  "new lines": `n${"\n".repeat(3_998)}x`,
  "marks that pile up": `m${"\u0301".repeat(3_999)}`,
  "turns of direction": `t${"\u202e\u2067x ".repeat(999)}`,
};

browserTest("A flood of what is heavy to show leaves the page quick, and keeps what a page can hold", async (scene) => {
  const [attacker, victim] = await openPair(scene, async (page) => void await page.addInitScript(FLOOD));
  await openChat(victim);
  await openChat(attacker);
  await write(attacker, "first");
  await seeMessage(victim, "first");
  await attacker.waitUntil("globalThis.heard === 1");
  for (const [what, text] of Object.entries(HEAVY)) {
    await attacker.evaluate(`flood(${JSON.stringify(text)}, 200)`);
    await victim.waitUntil(`(() => {
      const last = [...document.querySelectorAll(".chat .theirs .bubble")].slice(-20);
      return last.length === 20 && last.every(({ textContent }) => textContent.startsWith(${
      JSON.stringify(text.slice(0, 1))
    }));
    })()`);
    const waitMs = await victim.evaluate<number>(READ_WAIT);
    console.log(`${what}: a press waits ${Math.round(waitMs)} ms`);
    assert(waitMs <= WAIT_MS_MAX, `${what}: a press waits ${waitMs} ms`);
    assert(await victim.evaluate<number>("document.querySelectorAll('.chat li').length") <= 500);
    assertEquals(await victim.evaluate(FIND_OVERFLOW), [], what);
  }
  await victim.press("Hang up");
  await victim.see("Call ended");
});
