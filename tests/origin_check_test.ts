import { assertEquals } from "@std/assert";
import { isOriginAllowed } from "../signaling/origin_check.ts";

const OWN = ["call.example", "call.example:5000"];
const DEFAULT = { allowedOrigins: [], requiresOrigin: false, isTls: false };

Deno.test("isOriginAllowed() takes a page of one of the own hosts, and no other", () => {
  const fine = ["https://call.example", "http://call.example:5000", "https://call.example:5000"];
  for (const origin of fine) assertEquals(isOriginAllowed(origin, OWN, DEFAULT), true, origin);
  const foreign = [
    "",
    "null",
    "https://evil.example",
    "https://call.example.evil.example",
    "https://evilcall.example",
    "https://evil.example/call.example",
    "https://call.example:80",
    "http://call.example:443",
    "https://call.example:4430",
    "https://call.example:5001",
    "https://call.example/",
    "https://CALL.example",
    "ws://call.example",
    "file://call.example",
    "https://call.example, https://evil.example",
    "https://evil.example https://call.example",
    "https://call.example@evil.example",
    "https://call.example\u0000",
  ];
  for (const origin of foreign) assertEquals(isOriginAllowed(origin, OWN, DEFAULT), false, origin);
  assertEquals(isOriginAllowed("http://call.example", [], DEFAULT), false);
});

Deno.test("isOriginAllowed() takes those listed, and then not the own host by itself", () => {
  const listed = { ...DEFAULT, allowedOrigins: ["https://embed.example"] };
  assertEquals(isOriginAllowed("https://embed.example", OWN, listed), true);
  assertEquals(isOriginAllowed("http://embed.example", OWN, listed), false);
  assertEquals(isOriginAllowed("https://call.example", OWN, listed), false);
});

Deno.test("isOriginAllowed() takes a program without an origin, unless it is told not to", () => {
  assertEquals(isOriginAllowed(null, OWN, DEFAULT), true);
  assertEquals(isOriginAllowed(null, OWN, { ...DEFAULT, requiresOrigin: true }), false);
  assertEquals(isOriginAllowed("https://call.example", OWN, { ...DEFAULT, requiresOrigin: true }), true);
});

Deno.test("isOriginAllowed() takes no page that came by HTTP where the service is on HTTPS", () => {
  const tls = { ...DEFAULT, isTls: true };
  for (const host of OWN) {
    assertEquals(isOriginAllowed(`https://${host}`, OWN, tls), true, host);
    assertEquals(isOriginAllowed(`http://${host}`, OWN, tls), false, host);
  }
  // Who lists one means it.
  assertEquals(isOriginAllowed("http://a.example", OWN, { ...tls, allowedOrigins: ["http://a.example"] }), true);
});

Deno.test("isOriginAllowed() takes a scheme's default port for none, on either side", () => {
  assertEquals(isOriginAllowed("https://call.example:443", OWN, DEFAULT), true);
  assertEquals(isOriginAllowed("http://call.example:80", OWN, DEFAULT), true);
  assertEquals(isOriginAllowed("https://call.example", ["call.example:443"], DEFAULT), true);
  assertEquals(isOriginAllowed("https://[::1]:443", ["[::1]"], DEFAULT), true);
  const listed = { ...DEFAULT, allowedOrigins: ["https://embed.example:443"] };
  assertEquals(isOriginAllowed("https://embed.example", [], listed), true);
  assertEquals(isOriginAllowed("http://embed.example", [], listed), false);
});
