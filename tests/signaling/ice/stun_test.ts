import { assert, assertEquals } from "@std/assert";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { answerBinding } from "../../../signaling/ice/stun.ts";

/** RFC 5769 §2.1: PRIORITY, which only ICE knows, USERNAME, MESSAGE-INTEGRITY, SOFTWARE, FINGERPRINT. */
const RFC5769_REQUEST = `000100582112a442b7e7a701bc34d686fa87dfae
  802200105354554e207465737420636c69656e74 002400046e0001ff 80290008932ff9b151263b36
  000600096576746a3a68367659202020 000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2 80280004e57a3bcf`;
/** RFC 5769 §2.4: USERNAME, NONCE, REALM, MESSAGE-INTEGRITY. */
const RFC5769_LONG_TERM_REQUEST = `000100602112a44278ad3433c6ad72c029da412e
  00060012e3839ee38388e383aae38383e382afe382b90000
  0015001c662f2f3439396b39353464364f4c33346f4c394653547679363473410014000b6578616d706c652e6f726700
  00080014f67024656dd64a3e02b8e0712e85c9a28ca89666`;
/** RFC 5769 §2.2 and §2.3, whose requests came from these addresses. */
const RFC5769_RESPONSES = [
  {
    source: { hostname: "192.0.2.1", port: 32853 },
    mapped: "00200008 0001a147e112a643",
    hex: `0101003c2112a442b7e7a701bc34d686fa87dfae 8022000b7465737420766563746f7220
      002000080001a147e112a643 000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7 80280004c07d4c96`,
  },
  {
    source: { hostname: "2001:db8:1234:5678:11:2233:4455:6677", port: 32853 },
    mapped: "00200014 0002a1470113a9faa5d3f179bc25f4b5bed2b9d9",
    hex: `010100482112a442b7e7a701bc34d686fa87dfae 8022000b7465737420766563746f7220
      002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
      00080014a382954e4be67bf11784c97c8292c275bfe3ed41 80280004c8fb0b4c`,
  },
] as const;

const SOURCE = { hostname: "192.0.2.1", port: 32853 };
const TRANSACTION = "b7e7a701bc34d686fa87dfae";

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.fromHex(hex.replaceAll(/\s/g, ""));
}

function answerHex(request: Uint8Array, source = SOURCE): string | undefined {
  return answerBinding(request, source)?.toHex();
}

function createAttribute(type: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + ((value.length + 3) & ~3));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type);
  view.setUint16(2, value.length);
  bytes.set(value, 4);
  return bytes;
}

/** Builds a Binding request; a fingerprint is added last. */
function createRequest(attributes: Uint8Array[] = [], hasFingerprint = false): Uint8Array {
  const bodyLength = attributes.reduce((sum, bytes) => sum + bytes.length, hasFingerprint ? 8 : 0);
  const bytes = new Uint8Array(20 + bodyLength);
  bytes.set(bytesOf(`0001 0000 2112a442 ${TRANSACTION}`));
  const view = new DataView(bytes.buffer);
  view.setUint16(2, bodyLength);
  let offset = 20;
  for (const attribute of attributes) {
    bytes.set(attribute, offset);
    offset += attribute.length;
  }
  if (hasFingerprint) {
    bytes.set(bytesOf("80280004"), offset);
    view.setUint32(offset + 4, crc32(bytes.subarray(0, offset)) ^ 0x5354554e);
  }
  return bytes;
}

/** Reads a message apart by itself, failing if it is malformed anywhere. */
function dissect(bytes: Uint8Array): { type: number; attributes: Map<number, Uint8Array> } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  assertEquals([view.getUint16(2), view.getUint32(4)], [bytes.length - 20, 0x2112a442]);
  const attributes = new Map<number, Uint8Array>();
  let offset = 20;
  while (offset < bytes.length) {
    const [type, length] = [view.getUint16(offset), view.getUint16(offset + 2)];
    if (type === 0x8028) {
      assertEquals(view.getUint32(offset + 4), (crc32(bytes.subarray(0, offset)) ^ 0x5354554e) >>> 0);
      assertEquals(offset + 8, bytes.length);
    }
    assert(!attributes.has(type), "an attribute comes twice");
    attributes.set(type, bytes.subarray(offset + 4, offset + 4 + length));
    offset += 4 + ((length + 3) & ~3);
  }
  assertEquals(offset, bytes.length);
  return { type: view.getUint16(0), attributes };
}

Deno.test("the test's own reader agrees with RFC 5769", () => {
  for (const { hex } of RFC5769_RESPONSES) assertEquals(dissect(bytesOf(hex)).type, 0x0101);
  assertEquals(dissect(bytesOf(RFC5769_REQUEST)).type, 0x0001);
});

Deno.test("answerBinding() maps the addresses of RFC 5769 as its responses do", () => {
  for (const { source, mapped, hex } of RFC5769_RESPONSES) {
    const attribute = mapped.replace(" ", "");
    assert(bytesOf(hex).toHex().includes(attribute), "the sample has it so");
    const length = (attribute.length / 2).toString(16).padStart(4, "0");
    assertEquals(answerHex(createRequest(), source), `0101${length}2112a442${TRANSACTION}${attribute}`);
  }
});

Deno.test("answerBinding() knows USERNAME, NONCE, REALM and MESSAGE-INTEGRITY, and asks nothing of them", () => {
  const answer = answerHex(bytesOf(RFC5769_LONG_TERM_REQUEST));
  assertEquals(answer, "0101000c2112a44278ad3433c6ad72c029da412e" + "002000080001a147e112a643");
});

Deno.test("answerBinding() refuses PRIORITY in the request of RFC 5769, with a fingerprint as that has", () => {
  const answer = answerBinding(bytesOf(RFC5769_REQUEST), SOURCE);
  assert(answer !== null);
  const { type, attributes } = dissect(answer);
  assertEquals([type, [...attributes.keys()]], [0x0111, [0x0009, 0x000a, 0x8028]]);
  assertEquals(attributes.get(0x0009)?.toHex(), "00000414");
  assertEquals(attributes.get(0x000a)?.toHex(), "0024");
  for (const index of bytesOf(RFC5769_REQUEST).keys()) {
    if (index >= 100 && index < 104) continue; // The header of the fingerprint: without it, it is none.
    const altered = bytesOf(RFC5769_REQUEST);
    altered[index] = (altered[index] ?? 0) ^ 1;
    assertEquals(answerBinding(altered, SOURCE), null, `its fingerprint covers byte ${index}`);
  }
});

Deno.test("answerBinding() repeats a fingerprint, and the mapped address of IPv4 behind a dual-stack socket", () => {
  const answer = answerBinding(createRequest([], true), { hostname: "::ffff:192.0.2.1", port: 32853 });
  assert(answer !== null);
  const { type, attributes } = dissect(answer);
  assertEquals([type, [...attributes.keys()]], [0x0101, [0x0020, 0x8028]]);
  assertEquals(attributes.get(0x0020)?.toHex(), "0001a147e112a643");
});

Deno.test("answerBinding() lists each attribute that it must understand and does not, once", () => {
  const none = new Uint8Array(0);
  const attributes = [0x7fff, 0x8000, 0x0003, 0x7fff, 0x0006, 0xffff].map((type) => createAttribute(type, none));
  assertEquals(
    answerHex(createRequest(attributes)),
    `011100102112a442${TRANSACTION}` + "0009000400000414" + "000a00047fff0003",
  );
});

Deno.test("answerBinding() ignores what follows an integrity check, but for the fingerprint", () => {
  const integrity = createAttribute(0x0008, new Uint8Array(20));
  const answer = answerBinding(createRequest([integrity, createAttribute(0x0024, new Uint8Array(4))], true), SOURCE);
  assertEquals(answer && [...dissect(answer).attributes.keys()], [0x0020, 0x8028]);
});

Deno.test("answerBinding() drops everything that is no well-formed Binding request", () => {
  const good = createRequest([createAttribute(0x8022, bytesOf("616263"))]);
  assert(answerBinding(good, SOURCE) !== null);
  const withBytes = (offset: number, hex: string) => {
    const bytes = good.slice();
    bytes.set(bytesOf(hex), offset);
    return bytes;
  };
  const misplacedFingerprint = createRequest([createAttribute(0x8028, new Uint8Array(4)), good.slice(20)]);
  new DataView(misplacedFingerprint.buffer).setUint32(24, crc32(misplacedFingerprint.subarray(0, 20)) ^ 0x5354554e);
  const bad: Record<string, Uint8Array> = {
    "nothing": new Uint8Array(0),
    "half a header": good.subarray(0, 19),
    "a leading bit": withBytes(0, "4001"),
    "the other leading bit": withBytes(0, "8001"),
    "an indication": withBytes(0, "0011"),
    "a success": withBytes(0, "0101"),
    "an error": withBytes(0, "0111"),
    "TURN Allocate": withBytes(0, "0003"),
    "no magic cookie (RFC 3489)": withBytes(4, "00"),
    "a length too short": withBytes(2, "0004"),
    "a length too long": withBytes(2, "000c"),
    "a length no multiple of four": withBytes(2, "0007"),
    "a byte less": good.subarray(0, good.length - 1),
    "a word more": new Uint8Array([...good, 0, 0, 0, 0]),
    "an attribute past the end": withBytes(22, "0005"),
    "an attribute far past the end": withBytes(22, "ffff"),
    "an odd length, all of it there": bytesOf(`0001 0001 2112a442 ${TRANSACTION} 00`),
    "half an attribute's header": bytesOf(`0001 0002 2112a442 ${TRANSACTION} 8022`),
    "a fingerprint that is right but not the last": misplacedFingerprint,
    "a short fingerprint": createRequest([createAttribute(0x8028, new Uint8Array(3))]),
    "its own answer": answerBinding(good, SOURCE) ?? good,
  };
  for (const [what, bytes] of Object.entries(bad)) assertEquals(answerBinding(bytes, SOURCE), null, what);
  for (const source of [{ ...SOURCE, port: 0 }, { ...SOURCE, hostname: "localhost" }, { ...SOURCE, hostname: "" }]) {
    assertEquals(answerBinding(good, source), null, JSON.stringify(source));
  }
});

Deno.test("answerBinding() returns bytes of its own, from a request anywhere in its buffer", () => {
  const buffer = new Uint8Array(64);
  buffer.set(createRequest(), 7);
  const answer = answerBinding(buffer.subarray(7, 27), SOURCE);
  buffer.fill(0);
  assertEquals(answer?.toHex(), answerHex(createRequest()));
});

const source = fc.record({ hostname: fc.oneof(fc.ipV4(), fc.ipV6()), port: fc.integer({ min: 0, max: 65_535 }) });
const attribute = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x0006, 0x0008, 0x0020, 0x8022, 0x8028)),
  fc.uint8Array({ maxLength: 40 }),
).map(([type, value]) => createAttribute(type, value));
const request = fc.tuple(fc.array(attribute, { maxLength: 8 }), fc.boolean()).map((args) => createRequest(...args));
const mutation = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
  cut: fc.option(fc.nat()),
  tail: fc.uint8Array({ maxLength: 8 }),
});
const mutatedRequest = fc.tuple(request, mutation).map(([request, { flips, cut, tail }]) => {
  for (const [index, bits] of flips) request[index % request.length] = (request[index % request.length] ?? 0) ^ bits;
  return new Uint8Array([...request.subarray(0, cut === null ? undefined : cut % (request.length + 1)), ...tail]);
});

/** What holds of every answer, whatever came. Tells whether there was one. */
function checkAnswer(request: Uint8Array, source: { hostname: string; port: number }): boolean {
  const before = request.slice();
  const answer = answerBinding(request, source);
  assertEquals(request, before);
  if (answer === null) return false;
  const { type, attributes } = dissect(answer);
  assert(type === 0x0101 || type === 0x0111);
  assertEquals(answer.slice(4, 20), request.slice(4, 20));
  assert(attributes.has(0x0020) !== attributes.has(0x0009));
  const isIpv6 = attributes.get(0x0020)?.length === 20;
  assert(answer.length <= request.length * (isIpv6 ? 2.2 : 1.6), `${answer.length} for ${request.length}`);
  assertEquals(answerBinding(answer, source), null, "an answer is answered");
  return true;
}

Deno.test("answerBinding() survives any bytes", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 1_500 }), source, (bytes, source) => {
    checkAnswer(bytes, source);
  }));
});

Deno.test("answerBinding() answers nothing malformed or large, whatever is done to a request", () => {
  let count = 0;
  fc.assert(
    fc.property(fc.oneof(request, mutatedRequest), source, (bytes, source) => {
      if (checkAnswer(bytes, source)) count += 1;
    }),
    { numRuns: 5_000 },
  );
  assert(count > 500, `only ${count} were answered`);
});
