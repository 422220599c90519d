/** Which URLs of ICE servers name a relay. */

import { assertEquals } from "@std/assert";
import { isTurnUrl, offersRelay } from "../../../client/ice/ice_urls.ts";

Deno.test("isTurnUrl() knows a relay by its scheme, in any case", () => {
  const urls = ["turn:a.example", "turns:a.example:5349?transport=tcp", "TURN:a.example", "Turns:[2001:db8::1]"];
  const others = ["stun:a.example", "stuns:turn.example", "", "turner:a.example", "turn.example"];
  assertEquals(urls.filter((url) => !isTurnUrl(url)), []);
  assertEquals(others.filter(isTurnUrl), []);
});

Deno.test("offersRelay() finds one among all URLs of all servers", () => {
  assertEquals(offersRelay([]), false);
  assertEquals(offersRelay([{ urls: "stun:a.example" }, { urls: ["stun:b.example", "stun:c.example"] }]), false);
  assertEquals(offersRelay([{ urls: "stun:a.example" }, { urls: ["stun:b.example", "turns:c.example"] }]), true);
});
