import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { choosePushSetting, listReachable } from "../../start/push_setting.ts";

const SERVICES =
  "fcm.googleapis.com:443,updates.push.services.mozilla.com:443,*.push.apple.com:443,*.notify.windows.com:443";

Deno.test("choosePushSetting() keeps what is set, and else takes a free port of this machine and a fresh secret", () => {
  const set: Record<string, string> = { PUSH_FORWARDER: " app:5003 ", PUSH_SECRET: "north" };
  assertEquals(choosePushSetting("PUSH_FORWARDER", (name) => set[name]), "app:5003");
  assertEquals(choosePushSetting("PUSH_SECRET", (name) => set[name]), "north");
  assertMatch(choosePushSetting("PUSH_FORWARDER", () => ""), /^127\.0\.0\.1:\d+$/);
  const secret = choosePushSetting("PUSH_SECRET", () => undefined);
  assertMatch(secret, /^[0-9a-f]{64}$/);
  assertNotEquals(choosePushSetting("PUSH_SECRET", () => undefined), secret);
});

Deno.test("listReachable() names the servers, the browsers' push services, and what PUSH_HOSTS adds with its port", () => {
  assertEquals(listReachable(() => undefined), SERVICES);
  const set: Record<string, string> = { PUSH_FORWARDER: "a:1, b:2", PUSH_HOSTS: "Push.example,10.0.0.7:8443" };
  assertEquals(listReachable((name) => set[name]), `a:1,b:2,${SERVICES},push.example:443,10.0.0.7:8443`);
  assertEquals(listReachable((name) => name === "PUSH_HOSTS" ? "*" : undefined), SERVICES);
});
