/** The vectors of the standards, and what other keys and lengths come to. */

import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import {
  authorizePush,
  createOnce,
  createVapidKey,
  encodeClaims,
  encryptPush,
  PLAINTEXT_BYTES_MAX,
  publicVapidKey,
} from "../../../client/reach/web_push.ts";
import { decodeBase64Url, encodeBase64Url } from "../../../signaling/protocol.ts";

/** RFC 8291, Appendix A. */
const EXAMPLE = {
  plaintext: "V2hlbiBJIGdyb3cgdXAsIEkgd2FudCB0byBiZSBhIHdhdGVybWVsb24",
  senderPublic: "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
  senderPrivate: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  salt: "DGv6ra1nlYgDCS1FRnbzlw",
  body:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3j" +
    "l7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

/** RFC 8292 §2.4. */
const VAPID = {
  claims: { aud: "https://push.example.net", exp: 1_453_523_768, sub: "mailto:push@example.com" },
  text:
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6" +
    "Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0",
  signature: "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA",
  publicKey: "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",
};

const ECDSA = { name: "ECDSA", namedCurve: "P-256" } as const;

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const decoded = decodeBase64Url(text);
  assert(decoded !== null);
  return decoded;
}

async function importPair(publicText: string, privateText: string): Promise<CryptoKeyPair> {
  const point = bytes(publicText);
  const [x, y] = [point.slice(1, 33), point.slice(33)].map(encodeBase64Url) as [string, string];
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return {
    publicKey: await crypto.subtle.importKey("raw", point, curve, true, []),
    privateKey: await crypto.subtle.importKey("jwk", { ...jwk, d: privateText }, curve, false, ["deriveBits"]),
  };
}

async function isSignedBy(publicKey: string, text: string, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", bytes(publicKey), ECDSA, false, ["verify"]);
  const hashed = { name: "ECDSA", hash: "SHA-256" };
  return await crypto.subtle.verify(hashed, key, bytes(signature), new TextEncoder().encode(text));
}

Deno.test("encryptPush() makes of the example of RFC 8291, Appendix A, what stands there", async () => {
  const keys = await importPair(EXAMPLE.senderPublic, EXAMPLE.senderPrivate);
  const body = await encryptPush(bytes(EXAMPLE.plaintext), EXAMPLE, { keys, salt: bytes(EXAMPLE.salt) });
  assertEquals(encodeBase64Url(body), EXAMPLE.body);
});

Deno.test("encryptPush() says the same otherwise each time, and nothing that is too long", async () => {
  const message = new Uint8Array(PLAINTEXT_BYTES_MAX);
  const bodies = await Promise.all([1, 2].map(async () => await encryptPush(message, EXAMPLE, await createOnce())));
  assertEquals(bodies.map(({ length }) => length), [4_096, 4_096]);
  assertNotEquals(bodies[0], bodies[1]);
  const longer = new Uint8Array(PLAINTEXT_BYTES_MAX + 1);
  await assertRejects(async () => await encryptPush(longer, EXAMPLE, await createOnce()));
});

Deno.test("encryptPush() takes no keys of another length, and no point that is on no curve", async () => {
  const once = await createOnce();
  const noPoint = encodeBase64Url(Uint8Array.from({ length: 65 }, (_, index) => index === 0 ? 4 : 1));
  for (const wrong of [{ auth: "AAAA" }, { p256dh: "BAAA" }, { auth: "*" }, { p256dh: noPoint }]) {
    await assertRejects(() => encryptPush(new Uint8Array(1), { ...EXAMPLE, ...wrong }, once));
  }
});

Deno.test("encodeClaims() puts the claims of RFC 8292 §2.4 into the text that is signed there", async () => {
  assertEquals(encodeClaims(VAPID.claims), VAPID.text);
  assert(await isSignedBy(VAPID.publicKey, VAPID.text, VAPID.signature));
});

Deno.test("authorizePush() is signed by the key that it names", async () => {
  const vapid = await createVapidKey();
  const authorization = await authorizePush(vapid, VAPID.claims);
  const [, text = "", signature = "", key = ""] =
    /^vapid t=([\w-]+\.[\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ??
      [];
  assertEquals(text, VAPID.text);
  assertEquals(key, encodeBase64Url(publicVapidKey(vapid)));
  assertEquals(bytes(key).length, 65);
  assert(await isSignedBy(key, text, signature));
  assert(!await isSignedBy(VAPID.publicKey, text, signature));
});
