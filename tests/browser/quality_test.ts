/**
 * How good a connection is, as two people see it: bars and their name, the details behind them, on whose side sound is
 * lost, and what of a call stays on the device.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { READ_RECORDS } from "./kept_records.ts";
import { openPair } from "./named_pair.ts";
import { FIND_OVERFLOW } from "./overflow.ts";

const BARS = /^(Bad|Poor|Fair|Good) connection$/;
/** What drops every other 60 ms of the sound that comes in, of which redundancy brings back a third. */
const DROPPER = `
  let isOn = false, count = 0;
  onmessage = ({ data }) => isOn = data;
  onrtctransform = ({ transformer: { readable, writable } }) => readable.pipeThrough(new TransformStream({
    transform(frame, controller) {
      if (!isOn || count++ % 6 >= 3) controller.enqueue(frame);
    },
  })).pipeTo(writable);
`;
/** Has the sound that the page receives go by it, from the first packet on. */
const ADD_DROPPER = `{
  const apply = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = async function (description) {
    await apply.call(this, description);
    const [sound] = this.getReceivers();
    if (sound === undefined) return;
    globalThis.dropper = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(DROPPER)}])));
    sound.transform = new RTCRtpScriptTransform(dropper);
  };
}`;

function bars({ page }: ChromiumPerson) {
  return page.getByRole("button", { name: BARS });
}

function cell({ page }: ChromiumPerson, row: string, column: number) {
  return page.getByRole("row", { name: new RegExp(`^${row}`) }).getByRole("cell").nth(column);
}

browserTest(
  "Bars show and say how good a call is, their details what that is made of, a sentence whose sound is lost",
  async (scene, step) => {
    const [kim, lee] = await openPair(scene, async (page) => {
      // A worker of the test's own is none that the page's policy lets in.
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setBypassCSP", { enabled: true });
      await page.addInitScript(ADD_DROPPER);
    });
    const leeId = await kim.page.locator(".call-header .peer-id").textContent() ?? "";

    await step("Bars have a name in words, a size to press, and say which way the call takes", async () => {
      for (const person of [kim, lee]) {
        await bars(person).waitFor();
        await person.page.getByTitle("Direct, over UDP").waitFor();
        const box = await bars(person).boundingBox();
        assert(box !== null && box.width >= 44 && box.height >= 44);
      }
    });

    await step("A press opens details with figures that live, which Escape closes", async () => {
      await bars(lee).click();
      const panel = lee.page.getByRole("dialog", { name: "Connection" });
      await panel.waitFor();
      assertMatch(await cell(lee, "Round trip", 0).textContent() ?? "", /^\d+ ms$/);
      assertMatch(await cell(lee, "Data rate", 0).textContent() ?? "", /^[\d,]+ kb\/s$/);
      assertMatch(await cell(lee, "Picture", 0).textContent() ?? "", /^\d+×\d+, \d+\/s$/);
      await panel.getByText("Direct, over UDP").waitFor();
      assertMatch(await panel.getByText("opus").textContent() ?? "", /VP|H264|AV1/);
      const plot = cell(lee, "Data rate", 1).locator("path");
      const before = await plot.getAttribute("d") ?? "";
      await lee.waitUntil(`document.querySelectorAll(".plot path")[3].getAttribute("d") !== ${JSON.stringify(before)}`);
      await assertAccessible(lee, "details of a connection");
      for (const [width, height] of [[320, 568], [844, 390], [1280, 800]] as const) {
        await lee.page.setViewportSize({ width, height });
        assertEquals(await lee.evaluate(FIND_OVERFLOW), [], `${width} × ${height}`);
      }
      await panel.focus();
      await lee.page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
      assert(await lee.evaluate("document.activeElement.classList.contains('bars')"), "The focus is where it was");
    });

    await step("Whose sound is lost is said at both ends once it lasts", async () => {
      // Pictures would only have the machine make up sound of its own.
      await Promise.all([kim, lee].map((person) => person.press("Turn camera off")));
      await lee.evaluate("dropper.postMessage(true)");
      await Promise.all([kim.see("Your connection is losing sound."), lee.see("Kim’s connection is losing sound.")]);
      await lee.page.getByRole("button", { name: /^(Bad|Poor) connection$/ }).waitFor();
    });

    await step("How the call went can be taken along as JSON, and says nothing of who it was with", async () => {
      await bars(lee).click();
      const download = lee.page.waitForEvent("download");
      await lee.page.getByRole("button", { name: "Export" }).click();
      const text = await Deno.readTextFile(await (await download).path());
      const { calls: [call] } = JSON.parse(text);
      assertEquals(call.paths, ["direct/udp"]);
      assert(call.connectedAfterMs > 0 && call.pictureAfterMs > 0 && call.seconds > 0, text);
      assert(call.lostPercent > 1 && call.worstBars < 4, text);
      for (const word of ["Kim", leeId, ...leeId.split("-")]) assert(!text.includes(word), word);
      await lee.page.keyboard.press("Escape");
    });

    await step("It stays on the device when the call is over", async () => {
      await kim.press("Hang up");
      await lee.see("Call ended");
      await lee.waitUntil(`${READ_RECORDS}.then((records) => records["call-records"]?.length === 1)`);
    });
  },
);
