import { assert, assertEquals } from "@std/assert";
import { ChromiumPerson, launchChromium, WHOLE_CHROMIUM } from "../browser/chromium_person.ts";
import { proceedPastWarning } from "../browser/interstitial.ts";
import { assertMediaFlows } from "../browser/person.ts";
import { isMissing } from "../doubles/programs.ts";
import { Lab, SERVER_ADDRESS } from "./lab.ts";

const NAME = "deno task start:lan, and a call by HTTPS from a second machine within a minute, its socket kept";
const ROOT = new URL("../../", import.meta.url).pathname;
const PORT = 5000;
const ORIGIN = `https://${SERVER_ADDRESS}:${PORT}`;
const CALL_MS_MAX = 60_000;

/** Copies what a start needs, so that it builds and keeps its certificate beside nothing of ours. */
async function copyProject(folder: string): Promise<void> {
  const parts = [
    "deno.json",
    "start.json",
    "start.lock",
    "server.ts",
    "client",
    "signaling",
    "start",
    "static",
    "types",
  ];
  const { success } = await new Deno.Command("cp", { args: ["-r", ...parts.map((part) => ROOT + part), folder] })
    .output();
  assert(success);
  await Deno.symlink(`${ROOT}node_modules`, `${folder}/node_modules`);
}

/** Resolves with all that was printed until there is `text` in it. */
async function readUntil(stream: ReadableStream<Uint8Array<ArrayBuffer>>, text: string): Promise<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (let said = "";;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`It ended after: ${said}`);
    said += value;
    if (said.includes(text)) {
      void reader.cancel();
      return said;
    }
  }
}

/** Watches a page's socket: resolves when the server has pinged it and it has answered. */
function watchKeepalive({ page }: ChromiumPerson): { answered: Promise<void>; closed: () => number } {
  const answered = Promise.withResolvers<void>();
  let closed = 0;
  page.on("websocket", (socket) => {
    let isPinged = false;
    socket.on("framereceived", ({ payload }) => isPinged ||= String(payload).includes('"ping"'));
    socket.on("framesent", ({ payload }) => {
      if (isPinged && String(payload).includes('"pong"')) answered.resolve();
    });
    socket.on("close", () => closed += 1);
  });
  return { answered: answered.promise, closed: () => closed };
}

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { chromium: "chromium", ip: "iproute2", nft: "nftables" }),
  sanitizeOps: false, // The driver keeps sockets and timers of its own beyond a test.
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "start-lan-" });
    await copyProject(folder);
    await using lab = await Lab.create({ a: "cone", b: "cone" });
    const startMs = performance.now();
    const child = new Deno.Command("ip", {
      args: ["netns", "exec", lab.namespaceOf("srv"), Deno.execPath(), "task", "start:lan"],
      cwd: folder,
      env: { NO_COLOR: "1", PORT: String(PORT) },
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const said = await readUntil(child.stdout, "Video calling is at https://localhost");
    assert(said.includes(`  ${ORIGIN}\n`), said);

    const open = async (place: "a" | "srv") => {
      const browser = await launchChromium([], await lab.writeWrapper(place, WHOLE_CHROMIUM));
      const person = await ChromiumPerson.open(browser, ORIGIN, {
        prepare: (page) => proceedPastWarning(page, ORIGIN),
      });
      await person.see("Ready for calls"); // Its first socket is open, so that none but the next is watched.
      const keepalive = watchKeepalive(person);
      await person.page.reload();
      return { browser, person, keepalive };
    };
    const [phone, laptop] = [await open("a"), await open("srv")];
    await phone.person.call(await laptop.person.readId());
    await laptop.person.seeRinging();
    await laptop.person.press("Accept");
    const people = [phone.person, laptop.person];
    await Promise.all(people.map((person) => person.see("Connected with")));
    const tookMs = performance.now() - startMs;
    console.log(`start:lan to a call: ${Math.round(tookMs)} ms`);
    assert(tookMs < CALL_MS_MAX, `It took ${tookMs} ms`);
    await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
    await phone.person.press("Hang up");
    await phone.keepalive.answered; // Which takes most of a minute, and no call.
    assertEquals(phone.keepalive.closed(), 0);
    await Promise.all([phone, laptop].map(({ browser }) => browser.close()));
    child.kill("SIGTERM");
    await child.status;
    await Deno.remove(folder, { recursive: true });
  },
});
