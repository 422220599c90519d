import { assertEquals } from "@std/assert";
import { findOriginRefusal, type OriginOptions } from "../../../signaling/http/origin_check.ts";

const OWN = ["call.example", "call.example:5000"];
const DEFAULT = { allowedOrigins: [], requiresOrigin: false, isTls: false };

/** With `hosts` as PUBLIC_HOST. */
function isOriginAllowed(
  origin: string | null,
  hosts: readonly string[],
  options: Omit<OriginOptions, "publicHosts" | "host">,
): boolean {
  return findOriginRefusal(origin, { ...options, publicHosts: hosts, host: undefined }) === null;
}

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

Deno.test("findOriginRefusal() takes a port that a proxy writes behind its host for none, under either scheme", () => {
  const at = (host: string, isTls = false) => ({ ...DEFAULT, publicHosts: [], host, isTls });
  for (const host of ["call.example", "call.example:443", "call.example:80"]) {
    assertEquals(findOriginRefusal("https://call.example", at(host)), null, host);
    assertEquals(findOriginRefusal("https://call.example", at(host, true)), null, host);
    assertEquals(findOriginRefusal("http://call.example", at(host)), null, host);
    assertEquals(findOriginRefusal("https://call.example:8443", at(host)), "host-differs", host);
  }
  assertEquals(findOriginRefusal("http://call.example:443", at("call.example:443")), null);
  assertEquals(findOriginRefusal("http://call.example:443", at("call.example")), "host-differs");
});

Deno.test("findOriginRefusal() names the setting that refuses, or the header", () => {
  const options: OriginOptions = { ...DEFAULT, publicHosts: [], host: "call.example" };
  const listed = { ...options, publicHosts: ["www.call.example"] };
  const cases: [origin: string | null, OriginOptions, expected: string | null][] = [
    [null, { ...options, requiresOrigin: true }, "origin-missing"],
    ["https://call.example", { ...options, allowedOrigins: ["https://embed.example"] }, "origin-not-listed"],
    ["https://call.example", listed, "host-not-listed"],
    ["https://www.call.example", listed, null],
    ["https://call.example", { ...options, host: "127.0.0.1:5000" }, "host-differs"],
    ["https://call.example", { ...options, host: undefined }, "host-differs"],
    ["null", { ...options, host: "" }, "host-differs"],
    ["http://call.example", { ...options, isTls: true }, "not-https"],
    ["http://www.call.example", { ...listed, isTls: true }, "not-https"],
    ["http://evil.example", { ...options, isTls: true }, "host-differs"],
  ];
  for (const [origin, each, expected] of cases) assertEquals(findOriginRefusal(origin, each), expected, `${origin}`);
});
