/**
 * Messages left for somebody who is away: waiting at the sender's through a reload, delivered when both are online, read,
 * ticked, deleted in all tabs; the server saw none of their text; and what somebody forges is not shown.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { parseObject, type PeerId } from "../../signaling/protocol.ts";
import { NotePerson } from "../doubles/note_world.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity, type TestIdentity } from "../doubles/test_identity.ts";
import { until } from "../doubles/until.ts";
import { assertAccessible } from "./accessible.ts";
import { readBox } from "./boxes.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { PATIENCE_MS } from "./person.ts";

const TEXT = "Running late. The door code is 4711, the map is at https://example.com/map";

/** People whom a page has had calls with, and the names that they have there. */
function known(...people: [PeerId, string | null][]) {
  const peers = people.map(([peerId, shownName]) => ({
    ...{ peerId, shownName, names: shownName === null ? [] : [shownName.toLowerCase()] },
    ...{ verifiedAtMs: null, publicKey: null },
  }));
  return `localStorage.setItem("known-peers", '${JSON.stringify(peers)}')`;
}

/** Notes all that a page says to the server. */
function listen(said: string[]) {
  return (page: Page) => {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => said.push(String(payload)));
    });
    return Promise.resolve();
  };
}

function panel({ page }: ChromiumPerson) {
  return page.getByRole("region", { name: "Messages", exact: true });
}

async function writeMessage({ page }: ChromiumPerson, text: string): Promise<void> {
  await page.getByRole("button", { name: "Leave a message", exact: true }).click();
  await page.getByRole("textbox", { name: "Message", exact: true }).fill(text);
  await page.getByRole("button", { name: "Leave message", exact: true }).click();
}

/** Somebody at a socket of their own who calls themselves Sam, and changes what they say before it goes. */
async function openOther(
  { server }: Scene,
  { change = (text) => text, person }: { change?: (text: string) => string; person?: TestIdentity } = {},
): Promise<[NotePerson, TestClient]> {
  const client = new TestClient(`127.0.0.1:${server.port}`);
  const identity = person ?? await createTestIdentity();
  await client.register(identity);
  const other = new NotePerson(identity, (message) => client.send(change(JSON.stringify(message))));
  client.onText = (text) => other.receive(parseObject(text));
  return [other, client];
}

browserTest(
  "A message left for somebody who is away waits, comes when both are there, and is ticked",
  async (scene, step) => {
    const said: string[] = [];
    const sam = await scene.open({ prepare: listen(said) });
    await sam.page.getByRole("textbox", { name: "Your name" }).fill("Sam");
    const samId = await sam.readId() as PeerId;
    const kim = await scene.open();
    const kimId = await kim.readId() as PeerId;
    await kim.page.close();

    await step("It can be left while the other is called, and says that it waits", async () => {
      await sam.call(kimId);
      await writeMessage(sam, TEXT);
      await sam.page.getByText(`1 message for ${kimId} waits until you’re both online.`).waitFor();
      await assertAccessible(sam, "calling, with a message", ["light"]);
    });

    await step("It is there after a reload, and can be taken back", async () => {
      await sam.press("Cancel");
      await sam.press("Leave a message"); // The screen after the call has it too.
      await sam.page.getByRole("textbox", { name: "Message", exact: true }).fill("Another one");
      await sam.page.getByRole("button", { name: "Leave message", exact: true }).click();
      await sam.page.reload();
      await panel(sam).getByText(`2 messages for ${kimId} wait until you’re both online.`).waitFor();
      const other = panel(sam).getByRole("listitem").filter({ hasText: "Another one" });
      await other.getByRole("button", { name: "Cancel", exact: true }).click();
      await panel(sam).getByText(`1 message for ${kimId} waits`).waitFor();
      await assertAccessible(sam, "first screen, with a message that waits");
      await sam.page.setViewportSize({ width: 844, height: 390 });
      const [messages, field] = [await readBox(sam, ".notes"), await readBox(sam, ".dial")];
      assert(messages.right <= field.left, "On a phone on its side they are beside what places calls");
      await sam.page.setViewportSize({ width: 1280, height: 800 });
    });

    const nameless = await createTestIdentity();
    const prepare = async (page: Page) => {
      await page.addInitScript(known([samId, "Sam"], [nameless.peerId, null]));
    };
    const here = await scene.open({ tabOf: kim, prepare });
    const there = await scene.open({ tabOf: kim, prepare });

    await step("It comes once both are there, in all tabs, and is ticked; the server saw no text", async () => {
      for (const tab of [here, there]) await tab.see("Ready for calls");
      await sam.page.reload(); // Who has just come looks within seconds; who has waited long, as seldom.
      for (const tab of [here, there]) {
        await panel(tab).getByRole("listitem").getByText("Sam left a message").waitFor();
        await panel(tab).getByText("Running late.").waitFor();
      }
      const link = panel(here).getByRole("link", { name: "https://example.com/map" });
      assertEquals(await link.getAttribute("rel"), "noreferrer noopener");
      await panel(sam).getByRole("listitem").getByText("Delivered to").waitFor();
      const wire = said.join("\n");
      assert(wire.includes(`"type":"note"`), "It went by the server");
      for (const word of ["Running", "4711", btoa("Running late").slice(0, 12)]) assert(!wire.includes(word), word);
      await assertAccessible(here, "first screen, with a message");
    });

    await step("Deleted in one tab it is gone from all, and does not come again", async () => {
      await panel(here).getByRole("button", { name: "Delete", exact: true }).click();
      await panel(there).waitFor({ state: "hidden" });
      await here.page.reload();
      await here.readId();
      assertEquals(await panel(here).count(), 0);
    });

    await step("A stranger's message is folded; one that is forged is not shown", async () => {
      const forge = (text: string) => text.replace(/(?<="ephemeralKey":")./, (letter) => letter === "A" ? "B" : "A");
      const [forger, forgersClient] = await openOther(scene, { change: forge });
      forger.leave(kimId, "Click here");
      await until(() => forger.said.some(({ step }) => step === "leave"), "the forged one is sent", PATIENCE_MS);
      const [stranger, client] = await openOther(scene);
      stranger.leave(kimId, "You won");
      await until(() => stranger.delivered.length > 0, "the genuine one is acknowledged", PATIENCE_MS);
      for (const sender of [forger.sender, stranger.sender]) sender.stop();
      await panel(here).getByText("2 messages from people you don’t know").click();
      await panel(here).getByText("You won").waitFor();
      await panel(here).getByText(`${forger.peerId} wants to leave a message.`).waitFor();
      assertEquals(await panel(here).getByText("Click here").count(), 0);
      assertEquals(forger.delivered, []);
      await assertAccessible(here, "first screen, with strangers' messages", ["dark"]);
      const received = panel(here).getByRole("listitem").filter({ hasText: "You won" });
      await received.getByRole("button", { name: "Block", exact: true }).click();
      await panel(here).getByText("You won").waitFor({ state: "hidden" });
      await Promise.all([client.close(), forgersClient.close()]);
    });

    await step("Whoever is known without a name goes by their ID, though they call themselves Sam", async () => {
      const [other, client] = await openOther(scene, { person: nameless });
      other.leave(kimId, "It’s me");
      await until(() => other.delivered.length > 0, "it is acknowledged", PATIENCE_MS);
      other.sender.stop();
      const received = panel(here).getByRole("listitem").filter({ hasText: "It’s me" });
      await received.getByText(`${nameless.peerId} left a message`).waitFor();
      await received.getByText("“Sam”").waitFor();
      await client.close();
    });
  },
);
