/** IDs and what proves them; the messages are in protocol_test.ts. */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import {
  createCallId,
  createRandomPeerId,
  createTabId,
  decodeBase64Url,
  derivePeerId,
  encodeBase64Url,
  encodeRegistration,
  encodeTranscript,
  isPeerId,
} from "../../../signaling/protocol.ts";

const ID = "k7mq-2vhd-9xtr-w4pz-0b5n";

Deno.test("derivePeerId() agrees with another implementation", async () => {
  // Key 1 of RFC 8032 §7.1; the ID by Python's hashlib and base64.
  const publicKey = decodeBase64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  assertEquals(await derivePeerId(publicKey ?? new Uint8Array()), "47z3-3qx1-ajh6-2rkb-z1a0");
});

Deno.test("createRandomPeerId(), createCallId() and createTabId() make valid IDs that differ", () => {
  assert(isPeerId(createRandomPeerId()));
  assertNotEquals(createRandomPeerId(), createRandomPeerId());
  for (const create of [createCallId, createTabId]) {
    assertEquals(create().length, 24);
    assertNotEquals(create(), create());
  }
});

Deno.test("isPeerId() accepts the one form on the wire", () => {
  assert(isPeerId(ID));
  const others = ["", ID.toUpperCase(), ID.replaceAll("-", ""), ` ${ID}`, `${ID}\n`, `${ID}-0000`, ID.slice(0, -1)];
  for (const text of [...others, "iiii-llll-oooo-uuuu-0000", ID.replace("k", "u"), null, 7, [ID]]) {
    assert(!isPeerId(text), String(text));
  }
});

Deno.test("isPeerId() looks at every place of an ID", () => {
  const form = /^[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){4}$/;
  const unit = fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), fc.constantFrom("-", "0", "z", "i"));
  fc.assert(fc.property(fc.nat(23), unit, (index, char) => {
    const text = ID.slice(0, index) + char + ID.slice(index + 1);
    assertEquals(isPeerId(text), form.test(text), text);
  }));
});

Deno.test("encodeRegistration() builds exactly the bytes of PROTOCOL.md", () => {
  const hex = encodeRegistration("nonce", "Example.com:5000").toHex();
  const expected = "00000018766964656f2d63616c6c696e672f72656769737465722f31" + "000000056e6f6e6365" +
    "000000106578616d706c652e636f6d3a35303030";
  assertEquals(hex, expected);
});

Deno.test("encodeTranscript() never builds the same bytes from different fields", () => {
  const fields = fc.array(fc.string({ unit: fc.constantFrom("a", "\0"), maxLength: 2 }), { maxLength: 2 });
  fc.assert(fc.property(fields, fields, (left, right) => {
    const isSame = encodeTranscript("label", ...left).toHex() === encodeTranscript("label", ...right).toHex();
    assertEquals(isSame, JSON.stringify(left) === JSON.stringify(right));
  }));
});

Deno.test("decodeBase64Url() reads back what encodeBase64Url() writes, and refuses other text", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    const text = encodeBase64Url(bytes);
    assert(/^[\w-]*$/.test(text));
    assertEquals(decodeBase64Url(text)?.toHex(), new Uint8Array(bytes).toHex());
  }));
  for (const text of ["A", "AAAAA", "AA==", "A+", "A/", "ä", "A A", "A\n"]) {
    assertEquals(decodeBase64Url(text), null, text);
  }
});
