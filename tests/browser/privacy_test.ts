import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";

/** How long it rings under observation, in milliseconds of the page's clock. */
const RING_MS = 3_000;

/** The UDP ports of every packet that tcpdump sees, as `source>destination`, until it is stopped. */
async function capturePackets(): Promise<{ readonly lines: readonly string[]; stop(): Promise<void> }> {
  const child = new Deno.Command("tcpdump", {
    args: ["-i", "any", "-n", "-l", "udp"],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ""; !text.includes("listening on");) {
    const { value, done } = await errors.read();
    if (done) throw new Error(`tcpdump does not capture: ${text}`);
    text += value;
  }
  const lines: string[] = [];
  const reading = (async () => {
    for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) lines.push(...chunk.split("\n"));
  })();
  return {
    lines,
    async stop() {
      child.kill("SIGTERM");
      await Promise.all([reading, child.status, errors.cancel()]);
    },
  };
}

function hasPort(line: string, port: number): boolean {
  return new RegExp(`\\.${port}(?: >|:)`).test(line);
}

function readPorts(person: ChromiumPerson): Promise<number[]> {
  return person.evaluate("instruments.candidates.filter(({ protocol }) => protocol === 'udp').map(({ port }) => port)");
}

browserTest("Nothing with an address crosses, and no device opens, before the callee accepts", async (scene) => {
  const frames: string[] = [];
  const prepare = (page: Page) => {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => frames.push(String(payload)));
      socket.on("framereceived", ({ payload }) => frames.push(String(payload)));
    });
    return Promise.resolve();
  };
  const capture = await capturePackets();
  const [caller, callee] = [await scene.open({ prepare }), await scene.open({ prepare })];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  for (const person of [caller, callee]) {
    await person.waitUntil("instruments.connections.at(-1)?.iceGatheringState === 'complete'");
  }
  await callee.evaluate(`new Promise((resolve) => setTimeout(resolve, ${RING_MS}))`);

  const ports = [...await readPorts(caller), ...await readPorts(callee)];
  assert(ports.length >= 2, "Both ends must have candidates, or there is nothing to keep back");
  const betweenPeers = () => capture.lines.filter((line) => ports.some((port) => hasPort(line, port)));
  assertEquals(betweenPeers(), [], "A packet left a peer's port before accept");
  const ringing = frames.filter((frame) => frame.includes('"callId"'));
  assert(ringing.some((frame) => frame.includes("video-offer-request")));
  for (const frame of ringing) {
    assert(
      !/candidate:|a=candidate|"candidates"/.test(frame),
      `A candidate crossed before accept: ${frame.slice(0, 80)}`,
    );
    assert(!/c=IN IP[46] (?!0\.0\.0\.0|::)/.test(frame), "An address crossed before accept");
  }
  assertEquals(await callee.evaluate("instruments.mediaRequests"), 0, "A device was asked for before accept");

  await callee.press("Accept");
  await assertMediaFlows(callee, { seconds: 1 });
  assert(betweenPeers().length > 0, "The capture must see the peers' packets, or it proves nothing");
  assert(frames.some((frame) => frame.includes("candidate:")));
  await capture.stop();
}, { tcpdump: "tcpdump" });
