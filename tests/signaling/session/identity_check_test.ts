import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { checkIdentity } from "../../../signaling/session/identity_check.ts";
import { decodeBase64Url, encodeBase64Url } from "../../../signaling/protocol.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const HOST = "call.example:5000";

Deno.test("checkIdentity() agrees with another implementation", async () => {
  // Key 1 of RFC 8032 §7.1; signature by OpenSSL over the transcript of nonce "nonce" and example.com:5000.
  const proof = {
    publicKey: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    signature: "JCVoUYbWQfV3ANwkcSeJFfUPikDMGhHphkA0laLejcYEk4UQvmAezyocmQKcisaMhD7lUU2ayeUEg9-geju3Aw",
  };
  assertEquals(await checkIdentity(proof, "nonce", ["example.com:5000"]), "47z3-3qx1-ajh6-2rkb-z1a0");
});

Deno.test("checkIdentity() accepts a proof for any of the hosts, whatever their case", async () => {
  const identity = await createTestIdentity();
  const proof = await identity.prove("n", "Call.Example:5000");
  assertEquals(await checkIdentity(proof, "n", [HOST]), identity.peerId);
  assertEquals(await checkIdentity(proof, "n", ["other.example", HOST]), identity.peerId);
});

Deno.test("checkIdentity() takes a default port for none, on either side and under either scheme", async () => {
  const identity = await createTestIdentity();
  for (const signed of ["call.example", "call.example:443", "Call.Example:80"]) {
    const proof = await identity.prove("n", signed);
    for (const host of ["call.example", "call.example:443", "call.example:80"]) {
      assertEquals(await checkIdentity(proof, "n", [host]), identity.peerId, `${signed} at ${host}`);
    }
    for (const host of ["call.example:8443", "call.example:4430", "call.example:44", "call.example:"]) {
      assertEquals(await checkIdentity(proof, "n", [host]), null, `${signed} at ${host}`);
    }
  }
  const literal = await identity.prove("n", "[2001:db8::443]");
  assertEquals(await checkIdentity(literal, "n", ["[2001:db8::443]:443"]), identity.peerId);
  assertEquals(await checkIdentity(literal, "n", ["[2001:db8:]"]), null);
});

Deno.test("checkIdentity() refuses another nonce, host, key or signature", async () => {
  const [identity, other] = await Promise.all([createTestIdentity(), createTestIdentity()]);
  const proof = await identity.prove("n", HOST);
  const foreign = await other.prove("n", HOST);
  const turned = decodeBase64Url(proof.signature) ?? new Uint8Array();
  turned[10] = (turned[10] ?? 0) ^ 1;

  assertEquals(await checkIdentity(proof, "N", [HOST]), null, "nonce");
  assertEquals(await checkIdentity(proof, "n", ["call.example"]), null, "host");
  assertEquals(await checkIdentity(proof, "n", []), null, "no host");
  assertEquals(await checkIdentity({ ...proof, publicKey: foreign.publicKey }, "n", [HOST]), null, "key");
  assertEquals(await checkIdentity({ ...proof, signature: foreign.signature }, "n", [HOST]), null, "signature");
  assertEquals(await checkIdentity({ ...proof, signature: encodeBase64Url(turned) }, "n", [HOST]), null, "one bit");
  assertNotEquals(identity.peerId, other.peerId);
});

Deno.test("checkIdentity() does not let nonce and host flow into each other", async () => {
  const identity = await createTestIdentity();
  const proof = await identity.prove("nonce", "call.example");
  assertEquals(await checkIdentity(proof, "noncec", ["all.example"]), null);
});

Deno.test("checkIdentity() returns null for whatever is malformed", async () => {
  const proof = await (await createTestIdentity()).prove("n", HOST);
  for (
    const text of ["", "A", "=", "ä", "A".repeat(42), "A".repeat(43), "A".repeat(44), "/".repeat(43), "_".repeat(43)]
  ) {
    assertEquals(await checkIdentity({ ...proof, publicKey: text }, "n", [HOST]), null, `key ${text}`);
    assertEquals(await checkIdentity({ ...proof, signature: text }, "n", [HOST]), null, `signature ${text}`);
  }
  await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), async (key, nonce) => {
    const random = { publicKey: encodeBase64Url(key), signature: proof.signature };
    return await checkIdentity(random, nonce, [HOST]) === null;
  }));
});

Deno.test("checkIdentity() takes no key of small order, under which a signature made once fits anything", async () => {
  const neutral = Uint8Array.of(1, ...new Array<number>(31).fill(0));
  const fitsAll = encodeBase64Url(Uint8Array.of(...neutral, ...new Array<number>(32).fill(0)));
  for (const host of ["call.example", "other.example"]) {
    const proof = { publicKey: encodeBase64Url(neutral), signature: fitsAll };
    assertEquals(await checkIdentity(proof, "nonce", [host]), null);
  }
});

Deno.test("checkIdentity() takes no key that WebCrypto refuses, and hides no other fault", async () => {
  const proof = await (await createTestIdentity()).prove("n", HOST);
  const { importKey } = crypto.subtle;
  const faults: unknown[] = [new DOMException("No point of the curve", "DataError"), new TypeError("Our mistake")];
  crypto.subtle.importKey = () => Promise.reject(faults.shift());
  try {
    assertEquals(await checkIdentity(proof, "n", [HOST]), null);
    assertEquals((await assertRejects(() => checkIdentity(proof, "n", [HOST]))).message, "Our mistake");
  } finally {
    crypto.subtle.importKey = importKey;
  }
});
