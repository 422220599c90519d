import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { findFreeUdpPort } from "../doubles/server_process.ts";
import { STREAM_FEATURE } from "../doubles/stream_page.ts";
import { startTurnServer, TURN_PROGRAMS } from "../doubles/turn_server.ts";
import { until } from "../doubles/until.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows, connect, PATIENCE_MS } from "./person.ts";
import { BULK_CANDIDATES, OPEN_BULK, playEcho, startStreamPage } from "./stream_scene.ts";

const ADDRESS = "127.0.0.1";

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

/** Sends a packet of our own, and waits until the capture has it: what left before is in there too, by then. */
async function catchUp({ lines }: { readonly lines: readonly string[] }): Promise<void> {
  const socket = Deno.listenDatagram({ port: 0, hostname: ADDRESS, transport: "udp" });
  const { port } = socket.addr as Deno.NetAddr;
  try {
    await socket.send(new Uint8Array(1), socket.addr);
    await until(
      () => lines.some((line) => hasPort(line, port)),
      "the capture has seen a packet of our own",
      PATIENCE_MS,
    );
  } finally {
    socket.close();
  }
}

/** Keeps every message that the page sends or receives. */
function recordFrames(frames: string[]): (page: Page) => Promise<void> {
  return (page) => {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => frames.push(String(payload)));
      socket.on("framereceived", ({ payload }) => frames.push(String(payload)));
    });
    return Promise.resolve();
  };
}

function readPorts(person: ChromiumPerson): Promise<number[]> {
  return person.evaluate("instruments.candidates.filter(({ protocol }) => protocol === 'udp').map(({ port }) => port)");
}

/** Puts a candidate of an attacker's into the offer, so that a browser that applied it would try that address. */
const ADD_CANDIDATE = `{
  const { send } = WebSocket.prototype;
  instruments.addNoMore = () => { WebSocket.prototype.send = send; };
  WebSocket.prototype.send = function (text) {
    const message = JSON.parse(text);
    if (message.type !== "video-offer-request") return send.call(this, text);
    const line = "a=candidate:1 1 udp 2122260223 127.0.0.1 PORT typ host";
    message.description.sdp = message.description.sdp.replaceAll("a=ice-ufrag", line + "\\r\\na=ice-ufrag");
    send.call(this, JSON.stringify(message));
  };
}`;

browserTest("What of an address gets out before a call is accepted", async (scene, step) => {
  const attackersPort = findFreeUdpPort();
  const frames: string[] = [];
  const prepare = recordFrames(frames);
  const capture = await capturePackets();
  const [caller, callee] = [await scene.open({ prepare }), await scene.open({ prepare })];

  await step("An offer with an address in it is refused: the callee's browser tries nothing", async () => {
    await caller.evaluate(ADD_CANDIDATE.replace("PORT", String(attackersPort)));
    await caller.call(await callee.readId());
    await callee.page.getByText("1 call couldn’t be verified").waitFor();
    await caller.see("couldn’t verify that this call is from you");
    assertEquals(await callee.evaluate("instruments.connections.length"), 0, "The offer reached the browser");
    await catchUp(capture);
    assertEquals(capture.lines.filter((line) => hasPort(line, attackersPort)), []);
  });

  await caller.evaluate("instruments.addNoMore()");
  await caller.press("Back");
  frames.length = 0;
  await step("Nothing with an address crosses, and no device opens, before the callee accepts", async () => {
    await caller.call(await callee.readId());
    await callee.seeRinging();
    // A stranger's answer is made, and gathers, once the person reaches for the button.
    await callee.page.getByRole("button", { name: "Accept", exact: true }).hover();
    for (const person of [caller, callee]) {
      await person.waitUntil("instruments.connections.at(-1)?.iceGatheringState === 'complete'");
    }
    // Both ends have sent and received the offer, as often as it was; once more means that it has rung for seconds.
    const offers = () => frames.filter((frame) => frame.includes("video-offer-request")).length;
    const before = offers();
    await until(() => offers() >= before + 2, "the offer is repeated", PATIENCE_MS);
    await catchUp(capture);

    const ports = [...await readPorts(caller), ...await readPorts(callee)];
    assert(ports.length >= 2, "Both ends must have candidates, or there is nothing to keep back");
    const betweenPeers = () => capture.lines.filter((line) => ports.some((port) => hasPort(line, port)));
    assertEquals(betweenPeers(), [], "A packet left a peer's port before accept");
    const ringing = frames.filter((frame) => frame.includes('"callId"'));
    assert(ringing.some((frame) => frame.includes("video-offer-request")));
    for (const frame of ringing) {
      const start = frame.slice(0, 80);
      assert(!/candidate:|a=candidate|"candidates"/.test(frame), `A candidate crossed before accept: ${start}`);
      assert(!/c=IN IP[46] (?!0\.0\.0\.0|::)/.test(frame), "An address crossed before accept");
    }
    assertEquals(await callee.evaluate("instruments.mediaRequests"), 0, "A device was asked for before accept");

    await callee.press("Accept");
    await assertMediaFlows(callee, { seconds: 1 });
    assert(betweenPeers().length > 0, "The capture must see the peers' packets, or it proves nothing");
    assert(frames.some((frame) => frame.includes("candidate:")));
  });
  await capture.stop();
}, { tcpdump: "tcpdump" });

/** Candidates by type, in all descriptions and statistics of a page's connections. */
const READ_CANDIDATE_TYPES = `Promise.all(instruments.connections.map(async (connection) => ({
  described: [connection.localDescription, connection.remoteDescription]
    .flatMap((description) => [...(description?.sdp ?? "").matchAll(/a=candidate:.* typ (\\w+)/g)].map(([, type]) => type)),
  local: [...(await connection.getStats()).values()]
    .flatMap((entry) => entry.type === "local-candidate" ? [entry.candidateType] : []),
  remote: [...(await connection.getStats()).values()]
    .flatMap((entry) => entry.type === "remote-candidate" ? [entry.candidateType] : []),
})))`;

type CandidateTypes = { described: string[]; local: string[]; remote: string[] };

browserTest("Two who hide their address", async (scene, step) => {
  await using turn = await startTurnServer();
  await using _page = await startStreamPage(scene, turn.env);
  const frames: string[] = [];
  const people = [await scene.open({ prepare: recordFrames(frames) }), await scene.open()] as const;
  await people[1].readId();
  for (const person of people) await person.page.getByText("Hide my IP address", { exact: true }).click();
  await connect(...people);
  await step(
    "Two who hide their address show only relay candidates, in descriptions, messages and statistics",
    async () => {
      await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
      for (const person of people) {
        for (const { described, local, remote } of await person.evaluate<CandidateTypes[]>(READ_CANDIDATE_TYPES)) {
          assert(local.length > 0 && remote.length > 0 && described.length > 0);
          assertEquals([...new Set([...described, ...local, ...remote])], ["relay"]);
        }
      }
    },
  );
  await step("Two who hide their address show only relay candidates for streams too", async () => {
    for (const person of people) await person.evaluate(STREAM_FEATURE);
    for (const person of people) await playEcho(person);
    for (const person of people) {
      assert(await person.evaluate(`${OPEN_BULK}.length === 1`));
      assertEquals(await person.evaluate(BULK_CANDIDATES), ["relay"]);
    }
  });
  const crossed = frames.flatMap((frame) => [...frame.matchAll(/candidate:[^"]* typ (\w+)/g)].map(([, type]) => type));
  assertEquals([...new Set(crossed)], ["relay"]);
  assert(frames.every((frame) => !/ raddr (?!0\.0\.0\.0|::)/.test(frame)), "A related address shows the own one");
}, { ...TURN_PROGRAMS });
