/** Descriptions as the browsers write them, and each way in which a hostile one differs. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  checkDescription,
  type DescriptionFault,
  keepUsableCandidates,
  LINES_MAX,
  readFingerprint,
  SECTIONS_MAX,
} from "../../../client/proof/description_check.ts";
import { SDP_LENGTH_MAX } from "../../../signaling/protocol.ts";
import { runs } from "../../doubles/runs.ts";

/** A description that a browser made: `late` is an offer after candidates have been gathered, `all_sources` today's offer. */
function read(name: string): string {
  const text = Deno.readTextFileSync(new URL(`../../doubles/descriptions/${name}.sdp`, import.meta.url));
  return text.replaceAll("\n", "\r\n");
}

const OFFER = read("chromium_offer");
const FINGERPRINT = /a=fingerprint:sha-256 (\S+)/.exec(OFFER)?.[1] ?? "";
const OTHER_FINGERPRINT = FINGERPRINT.replace(/^../, FINGERPRINT.startsWith("00") ? "11" : "00");

function replaceAll(from: string | RegExp, to: string, sdp = OFFER): string {
  const changed = sdp.replaceAll(from instanceof RegExp ? new RegExp(from, "g") : from, to);
  assert(changed !== sdp, `Nothing to replace: ${from}`);
  return changed;
}

function replaceFirst(from: string | RegExp, to: string, sdp = OFFER): string {
  const changed = sdp.replace(from, to);
  assert(changed !== sdp, `Nothing to replace: ${from}`);
  return changed;
}

Deno.test("checkDescription() takes what Chromium and Firefox write, and reads its fingerprint", () => {
  for (const browser of ["chromium", "firefox"]) {
    for (const kind of ["offer", "answer", "all_sources"]) {
      const sdp = read(`${browser}_${kind}`);
      const expected = /a=fingerprint:sha-256 (\S+)/.exec(sdp)?.[1] ?? null;
      assertEquals(
        checkDescription(sdp),
        { fingerprint: expected, fault: null } as unknown,
        `${browser} ${kind}`,
      );
    }
    const late = read(`${browser}_late`);
    assertEquals(checkDescription(late).fault, "address", `${browser}: with candidates`);
  }
});

Deno.test("checkDescription() refuses each kind of hostile description with its fault", () => {
  const section = /m=video[^]*?(?=m=application)/.exec(OFFER)?.[0] ?? "";
  const more = (count: number) =>
    Array.from({ length: count }, (_, index) => section.replace("a=mid:1", `a=mid:x${index}`)).join("");
  const rows: [name: string, sdp: string, fault: DescriptionFault][] = [
    ["nothing", "", "malformed"],
    ["no SDP", "hello", "malformed"],
    ["no section", OFFER.slice(0, OFFER.indexOf("m=")), "sections"],
    ["a control character", replaceFirst("s=-", "s=\0"), "malformed"],
    ["half a surrogate pair", replaceFirst("s=-", "s=\ud800"), "malformed"],
    ["a bare carriage return", replaceFirst("s=-\r\n", "s=-\ra=fingerprint:sha-256 00\r\n"), "malformed"],
    ["a line that is none", replaceFirst("s=-", "nonsense"), "malformed"],
    ["two letters before =", replaceFirst("s=-", "ss=-"), "malformed"],
    ["too long", OFFER + `a=x:${"x".repeat(SDP_LENGTH_MAX)}\r\n`, "too-long"],
    ["too many lines", OFFER + "a=x\r\n".repeat(LINES_MAX), "too-long"],
    ["300 sections", replaceAll(/a=(?!mid|group|fingerprint).*\r\n/, "") + "m=audio 9 X 0\r\n".repeat(300), "sections"],
    ["one section too many", OFFER + more(SECTIONS_MAX), "sections"],
    ["RTP in the clear", replaceFirst("UDP/TLS/RTP/SAVPF", "RTP/AVP"), "transport"],
    ["SDES", replaceFirst("a=mid:0", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x\r\na=mid:0"), "transport"],
    ["an unknown medium", replaceFirst("m=audio", "m=text"), "transport"],
    ["no bundle", replaceFirst(/a=group:BUNDLE.*\r\n/, ""), "bundle"],
    ["a section outside the bundle", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 1"), "bundle"],
    ["two bundles", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 1\r\na=group:BUNDLE 2"), "bundle"],
    ["a bundle twice", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 1 2 2"), "bundle"],
    ["a bundle of what is not there", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 1 2 3"), "bundle"],
    ["two sections of one name", replaceAll("a=mid:1", "a=mid:0"), "bundle"],
    ["a section without a name", replaceFirst("a=mid:1\r\n", ""), "bundle"],
    ["no fingerprint", replaceAll(/a=fingerprint.*\r\n/, ""), "fingerprint"],
    ["another fingerprint in one section", replaceFirst(FINGERPRINT, OTHER_FINGERPRINT), "fingerprint"],
    ["a second one", replaceFirst("a=mid:0", `a=fingerprint:sha-256 ${OTHER_FINGERPRINT}\r\na=mid:0`), "fingerprint"],
    [
      "one for the session besides",
      replaceFirst("t=0 0", `t=0 0\r\na=fingerprint:sha-256 ${OTHER_FINGERPRINT}`),
      "fingerprint",
    ],
    ["SHA-1 only", replaceAll("sha-256", "sha-1"), "fingerprint"],
    [
      "SHA-1 besides",
      replaceFirst("a=mid:0", `a=fingerprint:sha-1 ${FINGERPRINT.slice(0, 59)}\r\na=mid:0`),
      "fingerprint",
    ],
    ["one that is too short", replaceAll(FINGERPRINT, FINGERPRINT.slice(0, -3)), "fingerprint"],
    [
      "one with a space before",
      replaceFirst("a=mid:0", `a= fingerprint:sha-256 ${OTHER_FINGERPRINT}\r\na=mid:0`),
      "fingerprint",
    ],
    [
      "one in capitals",
      replaceFirst("a=mid:0", `a=FINGERPRINT:sha-256 ${OTHER_FINGERPRINT}\r\na=mid:0`),
      "fingerprint",
    ],
    ["a candidate", replaceFirst("a=mid:0", "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\na=mid:0"), "address"],
    ["remote candidates", replaceFirst("a=mid:0", "a=remote-candidates:1 192.0.2.1 9\r\na=mid:0"), "address"],
    ["an address in c=", replaceFirst("IN IP4 0.0.0.0", "IN IP4 192.0.2.1"), "address"],
    ["a name in c=", replaceFirst("IN IP4 0.0.0.0", "IN IP4 tracker.example"), "address"],
  ];
  for (const [name, sdp, fault] of rows) assertEquals(checkDescription(sdp).fault, fault, name);
});

Deno.test("checkDescription() takes equal fingerprints in either case and a rejected section outside the bundle", () => {
  const mixed = replaceFirst(FINGERPRINT, FINGERPRINT.toLowerCase());
  assertEquals(checkDescription(mixed).fingerprint, FINGERPRINT);
  const rejected = replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 2", replaceFirst("m=video 9", "m=video 0"));
  assertEquals(checkDescription(rejected).fault, null);
});

/** `OFFER` with lines at its end that say nothing, so that it has so many lines, or is so long. */
function pad({ lines, length }: { lines?: number; length?: number }): string {
  const count = OFFER.split("\r\n").length - 1;
  return OFFER + (lines === undefined ? "" : "a=x\r\n".repeat(lines - count)) +
    (length === undefined ? "" : `a=${"x".repeat(length - OFFER.length - 4)}\r\n`);
}

/** `OFFER` with copies of its video section, bundled with the rest, so that it has so many sections. */
function addSections(total: number): string {
  const section = /m=video[^]*?(?=m=application)/.exec(OFFER)?.[0] ?? "";
  const names = Array.from({ length: total - 3 }, (_, index) => `x${index}`);
  const copies = names.map((name) => replaceFirst("a=mid:1", `a=mid:${name}`, section)).join("");
  return replaceFirst("BUNDLE 0 1 2", ["BUNDLE 0 1 2", ...names].join(" ")) + copies;
}

Deno.test("checkDescription() takes as much as its limits say, and no more", () => {
  const rows: [name: string, at: (limit: number) => string, limit: number, fault: DescriptionFault][] = [
    ["length", (length) => pad({ length }), SDP_LENGTH_MAX, "too-long"],
    ["lines", (lines) => pad({ lines }), LINES_MAX, "too-long"],
    ["sections", addSections, SECTIONS_MAX, "sections"],
  ];
  for (const [name, at, limit, fault] of rows) {
    assertEquals([checkDescription(at(limit)).fault, checkDescription(at(limit + 1)).fault], [null, fault], name);
  }
});

Deno.test("checkDescription() takes other ends of lines, other ports, and what only looks like an address", () => {
  const rows: [name: string, sdp: string][] = [
    ["bare line feeds", OFFER.replaceAll("\r", "")],
    ["no end of the last line", OFFER.slice(0, -2)],
    ["no address of IPv6", replaceAll("c=IN IP4 0.0.0.0", "c=IN IP6 ::")],
    ["a long port", replaceAll(/m=(\w+) 9/, "m=$1 50000")],
    ["a candidate in the middle of a line", replaceFirst("a=mid:0", "a=x:a=candidate:1\r\na=mid:0")],
  ];
  for (const [name, sdp] of rows) assertEquals(checkDescription(sdp).fault, null, name);
});

Deno.test("checkDescription() reads each line whole", () => {
  const rows: [name: string, sdp: string, fault: DescriptionFault][] = [
    ["more before a medium", replaceFirst("m=audio", "m=textm=audio"), "transport"],
    ["more after its formats", replaceFirst(/(m=audio.*)/, "$1 x"), "transport"],
    ["more before the data", replaceFirst("m=application", "m=textm=application"), "transport"],
    ["more after the data", replaceFirst("webrtc-datachannel", "webrtc-datachannels"), "transport"],
    ["more before a fingerprint", replaceAll("a=fingerprint", "a=x:a=fingerprint"), "fingerprint"],
    ["more after a fingerprint", replaceAll(FINGERPRINT, `${FINGERPRINT}:00`), "fingerprint"],
    ["more before no address", replaceFirst("c=IN IP4 0.0.0.0", "c=c=IN IP4 0.0.0.0"), "address"],
    ["more after no address", replaceFirst("c=IN IP4 0.0.0.0", "c=IN IP4 0.0.0.0/127"), "address"],
    ["an address in a last line without an end", `${OFFER}a=candidate:1 1 udp 1 192.0.2.1 9 typ host`, "address"],
  ];
  for (const [name, sdp, fault] of rows) assertEquals(checkDescription(sdp).fault, fault, name);
});

Deno.test("checkDescription() takes one bundle of sections with one name each, and nothing like it", () => {
  const outside = replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 2", replaceFirst("m=video 9", "m=video 0"));
  const rows: [name: string, sdp: string][] = [
    [
      "the bundle in a section alone",
      replaceFirst("a=mid:0", "a=group:BUNDLE 0 1 2\r\na=mid:0", replaceFirst("a=group:BUNDLE 0 1 2\r\n", "")),
    ],
    ["a part of the bundle again", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 1 2\r\na=group:BUNDLE 0")],
    ["two names for a section", replaceFirst("a=mid:0", "a=mid:0\r\na=mid:4", replaceFirst("BUNDLE 0", "BUNDLE 0 4"))],
    ["one name for two", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 2", replaceAll("a=mid:1", "a=mid:0"))],
    [
      "one outside with a line that looks rejected",
      replaceFirst("a=mid:1", "a=x:m=video 0 \r\na=mid:1", replaceFirst("BUNDLE 0 1 2", "BUNDLE 0 2")),
    ],
    ["one outside that is only to be bundled", replaceFirst("a=mid:1", "a=bundle-only\r\na=mid:1", outside)],
  ];
  for (const [name, sdp] of rows) assertEquals(checkDescription(sdp).fault, "bundle", name);
});

Deno.test("checkDescription() never throws, and never reads a fingerprint where there are two", () => {
  const lines = OFFER.split("\r\n");
  fc.assert(
    fc.property(fc.nat(lines.length), fc.string(), fc.nat(3), (at, text, kind) => {
      const changed = [...lines];
      changed.splice(at, kind === 0 ? 0 : kind, text);
      const checked = checkDescription(changed.join("\r\n"));
      if (checked.fault === null) assertEquals(checked.fingerprint, FINGERPRINT);
    }),
    { numRuns: runs(2_000) },
  );
});

Deno.test("readFingerprint() reads one from a whole description too", () => {
  assertEquals(readFingerprint(OFFER), FINGERPRINT);
  assertEquals(readFingerprint(OFFER.replaceAll("\r", "")), FINGERPRINT);
  assertEquals(readFingerprint(replaceFirst(FINGERPRINT, OTHER_FINGERPRINT)), null);
  assertEquals(readFingerprint("v=0"), null);
});

Deno.test("keepUsableCandidates() keeps what browsers send and drops names to look up and lines to slip in", () => {
  const usable = [
    "",
    "candidate:500098725 1 udp 2113937151 849cb3f3-610f-4f19-a6fb-493c748cc354.local 33966 typ host generation 0 ufrag AL3E network-cost 999",
    "candidate:1 1 UDP 2122187007 192.0.2.1 57013 typ srflx raddr 0.0.0.0 rport 0",
    "candidate:2 1 TCP 2105458943 2001:db8::1 9 typ host tcptype active",
    "candidate:4 2 udp 1 192.0.2.1 9 typ host",
    "a=candidate:5 1 ssltcp 1 192.0.2.1 9 typ prflx",
    "candidate:3 1 udp 41885439 198.51.100.7 50000 typ relay raddr 0.0.0.0 rport 0 generation 0",
  ];
  const unusable = [
    "candidate:1 1 udp 1 tracker.example 9 typ host",
    "candidate:1 1 udp 1 192.0.2.1 9 typ host\r\na=fingerprint:sha-256 00",
    "candidate:1 1 udp 1 192.0.2.1 typ host",
    "candidate:1 1 udp 1 192.0.2.1 9 typ host \u202e",
    "x candidate:1 1 udp 1 192.0.2.1 9 typ host",
    "hello",
  ];
  const candidates = [...usable, ...unusable].map((candidate) => ({ candidate }));
  assertEquals(keepUsableCandidates(candidates).map(({ candidate }) => candidate), usable);
});
