/**
 * Files in a call, as two people send them each other: bit by bit the same whatever is lost on the way, or loaded again.
 * With `LONG=1` the large one has 1 GiB, and then what the pages grow by and how fast it comes are held to their bounds:
 * a few MiB fit into any memory, and are over before a rate beside others means anything.
 */

import { assert, assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { chromium, type Download, type Locator } from "playwright-core";
import { until } from "../doubles/until.ts";
import { browserTest } from "./browser_test_case.ts";
import { CHROMIUM_ARGS, ChromiumPerson, HEADLESS_SHELL } from "./chromium_person.ts";
import { hashOfFile, measureBareRate, MemoryWatch, writeRandomFile } from "./file_measures.ts";
import { assertMediaFlows, connect } from "./person.ts";

const MIB = 2 ** 20;
const IS_LONG = Deno.env.get("LONG") === "1";
const LARGE_BYTES = IS_LONG ? 1_024 * MIB + 5 : 8 * MIB + 5;
/** Of which this much is sent over a bare data channel, to compare. */
const BARE_BYTES = LARGE_BYTES / 4;
/** The least share of that rate, on a machine that does nothing else; and what a page may grow by. */
const RATE_SHARE_MIN = 0.6;
const GROWTH_MAX = 50 * MIB;
/** Where a browser asks where to save, nobody here could answer. */
const WITHOUT_PICKERS = "delete globalThis.showSaveFilePicker; delete globalThis.showDirectoryPicker;";

function createBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** Chooses what to send, as the menu has it, or the list. */
async function send(person: ChromiumPerson, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  if (!await list(person).isVisible()) await person.press("More");
  const [chosen] = await Promise.all([person.page.waitForEvent("filechooser"), person.press("Send file")]);
  await chosen.setFiles(files as string[]);
}

function list({ page }: ChromiumPerson): Locator {
  return page.getByRole("region", { name: "Files", exact: true });
}

async function openList(person: ChromiumPerson): Promise<void> {
  await person.press("More");
  await person.press("Files");
  await list(person).waitFor();
}

async function readShare(person: ChromiumPerson): Promise<number> {
  const progress = person.page.locator(".files progress").first();
  return await progress.evaluate((element: HTMLProgressElement) => element.value / element.max);
}

type Act = "cut" | "pause" | "look";

/** Does something in a page as soon as its progress is past a share: from outside, all might have come meanwhile. */
async function actPast(person: ChromiumPerson, share: number, act: Act): Promise<void> {
  await person.page.waitForFunction(
    ([share, act]) => {
      const { instruments } = globalThis as never as { instruments: { connections: RTCPeerConnection[] } };
      const progress = document.querySelector<HTMLProgressElement>(".files progress");
      if (progress === null || progress.value / progress.max <= share) return false;
      // Connections that carry streams have no transceivers.
      const bulk = instruments.connections.find((each) =>
        each.getTransceivers().length === 0 && each.connectionState === "connected"
      );
      const pause = document.querySelector<HTMLButtonElement>(".files button[aria-label='Pause transfer']");
      if (act === "cut") bulk?.close();
      if (act === "pause") pause?.click();
      return act === "look" || (act === "cut" ? bulk : pause ?? undefined) !== undefined;
    },
    [share, act] as const,
    { timeout: IS_LONG ? 600_000 : 60_000 },
  );
}

/** How many transfers a page keeps the bytes of. */
const KEPT_COUNT = `navigator.storage.getDirectory().then(async (root) =>
  (await Array.fromAsync((await root.getDirectoryHandle("files")).keys())).length)`;

/** Pastes, or drops, a text as a file, with a text beside it or none; tells whether the page has taken it. */
function hand({ page }: ChromiumPerson, how: "paste" | "drop", name: string, text = ""): Promise<boolean> {
  return page.evaluate(([how, name, text]) => {
    const handed = new DataTransfer();
    handed.items.add(new File(["Hello"], name));
    if (text !== "") handed.items.add(text, "text/plain");
    const options = { bubbles: true, cancelable: true };
    return !document.dispatchEvent(
      how === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: handed })
        : new DragEvent("drop", { ...options, dataTransfer: handed }),
    );
  }, [how, name, text] as const);
}

type Scenery = {
  readonly kim: ChromiumPerson;
  readonly lee: ChromiumPerson;
  readonly folder: string;
  readonly downloads: Download[];
};

/** A large one, over connections that are lost, a pause, and the receiver's page loaded again. */
async function playLarge(scenery: Scenery): Promise<void> {
  const { kim, lee, folder, downloads } = scenery;
  const hash = await writeRandomFile(`${folder}/large.bin`, LARGE_BYTES);
  await send(kim, [`${folder}/large.bin`]);
  await lee.see(/^Kim would like to send you large\.bin \(/);
  assertEquals(await lee.evaluate(KEPT_COUNT), 0, "Nothing is kept before it is accepted");
  await lee.press("Accept file");
  await openList(lee);
  for (const share of [0.1, 0.2]) await actPast(lee, share, "cut");
  await actPast(kim, 0.4, "pause");
  await list(kim).getByText("Paused").waitFor();
  await lee.page.reload();
  await lee.see("Connected with");
  await openList(lee);
  await actPast(lee, 0.3, "look");
  assert(await readShare(lee) < 1, "It was paused");
  assertEquals(downloads.length, 0);
  const resume = async () => {
    await kim.press("Resume transfer");
    await until(() => downloads.length === 1, "It is saved", IS_LONG ? 900_000 : 60_000);
  };
  await (IS_LONG ? measure(scenery, resume) : resume());
  assertEquals(downloads[0]?.suggestedFilename(), "large.bin");
  assertEquals(await hashOfFile(await downloads[0]?.path() ?? ""), hash);
  await list(kim).getByText("Sent").waitFor();
  await list(lee).getByText("Saved").waitFor();
}

/** Holds what the pages grow by, and how fast the rest comes, to their bounds. */
async function measure({ kim, lee }: Scenery, resume: () => Promise<void>): Promise<void> {
  const left = (1 - await readShare(lee)) * LARGE_BYTES;
  await using kimWatch = await MemoryWatch.start(kim);
  await using leeWatch = await MemoryWatch.start(lee);
  const startMs = performance.now();
  await resume();
  const rate = left * 1_000 / (performance.now() - startMs);
  const growths = await Promise.all([kimWatch, leeWatch].map((watch) => watch.readGrowth()));
  console.log(`the pages grew by ${growths.map((growth) => Math.round(growth / MIB)).join(" and ")} MiB`);
  for (const growth of growths) assert(growth <= GROWTH_MAX, `A page grew by ${growth} bytes`);
  const bareRate = await measureBareRate(kim, lee, BARE_BYTES);
  console.log(`${(rate / 1e6).toFixed(1)} MB/s, a bare data channel ${(bareRate / 1e6).toFixed(1)} MB/s`);
  assert(rate >= RATE_SHARE_MIN * bareRate, `Only ${rate / bareRate} of a bare data channel`);
}

/** Several at once, with names that mean harm, which wait to be saved. */
async function playSeveral({ kim, lee, folder, downloads }: Scenery): Promise<void> {
  const small = createBytes(MIB + 1);
  await Deno.writeFile(`${folder}/small`, small);
  const names = ["..\\..\\CON.txt", "cv\u202Efdp.exe", "a".repeat(300) + ".png"];
  await send(kim, names.map((name) => ({ name, mimeType: "text/html", buffer: Buffer.from(small) })));
  await lee.see("Kim would like to send you 3 files (3.15 MB).");
  await lee.press("Accept file");
  await list(lee).getByText("Received. Save it before you leave.").waitFor();
  await list(kim).getByText(/Waiting for .+ to save it/).waitFor();
  await lee.page.reload(); // What is not saved would be lost: it comes again, and nobody is asked anew.
  await lee.see("Connected with");
  await openList(lee);
  await list(lee).getByText("Received. Save it before you leave.").waitFor();
  downloads.length = 0;
  await list(lee).getByRole("button", { name: "Save", exact: true }).first().click(); // The latest stands first.
  await until(() => downloads.length === 3, "Three downloads");
  const saved = ["_CON.txt", "cvfdp.exe", `${"a".repeat(196)}.png`];
  assertEquals(downloads.map((each) => each.suggestedFilename()), saved);
  for (const each of downloads) assertEquals(await hashOfFile(await each.path()), await hashOfFile(`${folder}/small`));
  await list(kim).getByText(/Waiting for .+ to save it/).waitFor({ state: "detached" });
  assertEquals(await lee.page.getByText(/[\u202a-\u202e]/).count(), 0);
}

/** A browser that does not ask where to save: the person is told, and presses once more. */
async function playRefusal({ kim, lee, downloads }: Scenery): Promise<void> {
  await lee.evaluate(`globalThis.showSaveFilePicker = () => Promise.reject(new DOMException("no", "SecurityError"))`);
  await hand(kim, "drop", "refused.txt");
  await lee.press("Accept file");
  await list(lee).getByText(/couldn’t ask where to save it/).waitFor();
  assert(downloads.at(-1)?.suggestedFilename() !== "refused.txt");
  await lee.press("Accept file");
  await until(() => downloads.at(-1)?.suggestedFilename() === "refused.txt", "It is among the downloads");
  await lee.evaluate("delete globalThis.showSaveFilePicker");
}

/** What has come and is saved nowhere is asked after, also once the call is over; in a call the page asks in any case. */
async function playLeaving({ kim, lee }: Scenery): Promise<void> {
  const files = ["one.txt", "two.txt"].map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) }));
  await send(kim, files);
  await lee.press("Accept file");
  await list(lee).getByText("Received. Save it before you leave.").waitFor();
  await lee.press("Hang up");
  for (const { page } of [kim, lee]) await page.locator(".ended").waitFor();
  const asks = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))";
  assertEquals([await lee.evaluate(asks), await kim.evaluate(asks)], [true, false]);
}

browserTest(
  "Files come bit by bit, once they are accepted, whatever is lost on the way or loaded again",
  async (scene) => {
    const prepare = async (page: ChromiumPerson["page"]) => void await page.addInitScript(WITHOUT_PICKERS);
    const folder = await Deno.makeTempDir({ prefix: "files-" });
    // Others' profiles here have no disk: what they keep would be the browser's memory.
    const profile = await chromium.launchPersistentContext(`${folder}/profile`, {
      ...{ executablePath: HEADLESS_SHELL, args: CHROMIUM_ARGS, viewport: { width: 1280, height: 800 } },
    });
    try {
      const kim = await scene.open({ prepare });
      const lee = await ChromiumPerson.openIn(profile, scene.server.origin, { prepare });
      await kim.page.getByRole("textbox", { name: "Your name" }).fill("Kim");
      const downloads: Download[] = [];
      lee.page.on("download", (each) => void downloads.push(each));
      await connect(kim, lee);
      const scenery = { kim, lee, folder, downloads };
      await playLarge(scenery);
      await playSeveral(scenery);
      assert(!await hand(kim, "paste", "image.png", "42\t43"), "Cells of a table, with a picture of them");
      assert(await hand(kim, "paste", "no.txt", "no.txt"), "A file, with its name");
      await lee.press("Decline");
      await list(kim).getByText("declined.").waitFor();
      await hand(kim, "drop", "yes.txt");
      await lee.press("Accept file");
      await until(() => downloads.at(-1)?.suggestedFilename() === "yes.txt", "What was dropped is saved");
      assertEquals(await Deno.readTextFile(await downloads.at(-1)?.path() ?? ""), "Hello");
      await playRefusal(scenery);
      for (const person of [kim, lee]) await assertMediaFlows(person, { seconds: 1 });
      await playLeaving(scenery);
    } finally {
      await profile.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
);
