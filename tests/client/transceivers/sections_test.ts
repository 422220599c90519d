/** Which section of a description is which source: as it was told, by pages of any age, and whatever is written there. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Source, SOURCES } from "../../../client/media/source.ts";
import { checkDescription } from "../../../client/proof/description_check.ts";
import { readSections, tellSections } from "../../../client/transceivers/sections.ts";
import { createFingerprint, createMediaSdp, createSdp } from "../../doubles/description.ts";
import { runs } from "../../doubles/runs.ts";

const KINDS = ["audio", "video", "video", "audio"];
const OFFER = createMediaSdp(createFingerprint(1), KINDS);
const LINE = "a=video-calling-sources:";

function readRecorded(name: string): string {
  const url = new URL(`../../doubles/descriptions/${name}.sdp`, import.meta.url);
  return Deno.readTextFileSync(url).replace(/\r?\n/g, "\r\n");
}

function read(told: string, sdp = OFFER): [string, Source][] {
  return [...readSections(sdp.replace(/^(?=m=)/m, `${LINE}${told}\r\n`))];
}

Deno.test("tellSections() names each section by its mid, and leaves the description what it was", () => {
  const told = tellSections(OFFER);
  assertEquals([...readSections(told)], [
    ...[["0", "microphone"], ["1", "camera"], ["2", "screen"], ["3", "screen-sound"]] as [string, Source][],
  ]);
  assertEquals(told.replace(/^a=video-calling-sources:.*\r\n/m, ""), OFFER);
  assertEquals(checkDescription(told), checkDescription(OFFER));
  assert(told.indexOf(LINE) < told.indexOf("m="), "It is the session's");
});

Deno.test("What else stands in a description, and looks like one of its lines, changes nothing", () => {
  const odd = OFFER.replace(/^a=mid:(\d)/gm, "i=a=mid:none\r\na=fmtp:96 param=1\r\na=mid:1$1")
    .replace(/^(?=m=)/m, "i=form=1\r\nm=application 9 UDP/DTLS/SCTP x\r\na=x:m=audio 9\r\na=mid:data\r\n") +
    "m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=recvonly\r\n";
  const told = tellSections(odd);
  const line = `${LINE}microphone=10 camera=11 screen=12 screen-sound=13\r\n`;
  assertEquals(told, odd.replace("i=form=1\r\n", `i=form=1\r\n${line}`));
  const sections = [["10", "microphone"], ["11", "camera"], ["12", "screen"], ["13", "screen-sound"]];
  for (const sdp of [told, told.replaceAll("\r\n", "\n")]) assertEquals([...readSections(sdp)] as string[][], sections);
});

Deno.test("The offer of a page that is older has a microphone and a camera", () => {
  for (const name of ["chromium_offer", "firefox_offer"]) {
    assertEquals([...readSections(readRecorded(name))], [["0", "microphone"], ["1", "camera"]], name);
  }
  assertEquals([...readSections(createSdp())], [["0", "microphone"], ["1", "camera"]]);
  const swapped = createMediaSdp(createFingerprint(1), ["video", "audio", "video"]);
  assertEquals([...readSections(swapped)], [["1", "microphone"], ["0", "camera"]]);
  assertEquals([...readSections(createMediaSdp(createFingerprint(1), []))], []);
});

Deno.test("The offers that browsers make today have all sources", () => {
  for (const name of ["chromium_all_sources", "firefox_all_sources"]) {
    const sdp = readRecorded(name);
    assertEquals([...readSections(tellSections(sdp)).values()], [...SOURCES], name);
  }
});

Deno.test("readSections() takes each source once, where the section is of its kind, and none that it does not know", () => {
  assertEquals(read("microphone=3 camera=2 whiteboard=1"), [["3", "microphone"], ["2", "camera"]]);
  assertEquals(read("microphone=1 camera=0 screen=9 screen-sound="), [], "Of another kind, or of none");
  assertEquals(read("camera=1 screen=1"), [["1", "camera"]]);
  assertEquals(read("camera=1 camera=2"), [["2", "camera"]]);
  assertEquals(read(""), []);
  const ofSection = OFFER.replace(/^(m=.*\r\n)/m, `$1${LINE}screen=1\r\n`);
  assertEquals([...readSections(ofSection).values()], ["microphone", "camera"], "Only the session's own counts");
});

Deno.test("readSections() gives what is written there no more than a section each, whatever it is", () => {
  const word = fc.constantFrom(...SOURCES, "x", "__proto__", "", "constructor");
  const pair = fc.tuple(word, fc.constantFrom("0", "1", "2", "3", "4", "", "=")).map((both) => both.join("="));
  fc.assert(
    fc.property(fc.array(pair).map((pairs) => pairs.join(" ")), (told) => {
      const sections = read(told);
      assertEquals(new Set(sections.map(([, source]) => source)).size, sections.length);
      for (const [mid, source] of sections) {
        assertEquals(
          KINDS[Number(mid)],
          source.includes("screen-sound") || source === "microphone" ? "audio" : "video",
        );
      }
    }),
    { numRuns: runs(300) },
  );
});
