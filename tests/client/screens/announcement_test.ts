/** What the live region says of a call is what the screen shows of it. */

import { assertEquals, assertMatch } from "@std/assert";
import { announce } from "../../../client/screens/announcement.ts";
import { isEndingMissing, loadEnding } from "../../../client/screens/call/ending.ts";
import { refusalSentence } from "../../../client/words/refusal_words.ts";
import { readMedia } from "../../../client/media/source.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";
import { localMedia, standing } from "../../../client/model/state.ts";

Deno.test("announce() says of a call that is placed why the server opens no socket, as the screen does", () => {
  const call: Partial<CallView> = { phase: "outgoing", isRinging: false, remoteName: "Kim" };
  const before = standing.value;
  try {
    standing.value = { status: "lost", say: () => refusalSentence("server-full") };
    assertMatch(announce(call as CallView), /Calling Kim….*The server is full right now\./);
    standing.value = { status: "lost", say: null };
    assertMatch(announce(call as CallView), /Calling Kim….*Can’t reach the server\./);
  } finally {
    standing.value = before;
  }
});

Deno.test("announce() says that a call is about to be placed while the browser asks, and nothing rings", () => {
  const call: Partial<CallView> = { phase: "outgoing", isRinging: false, remoteName: "Kim", isUnsaid: true };
  const before = [localMedia.value, standing.value] as const;
  try {
    assertMatch(announce(call as CallView), /^Calling Kim…/, "Devices that open by themselves are a matter of moments");
    localMedia.value = { ...localMedia.value, audioProblem: "asked", videoProblem: "asked" };
    assertMatch(announce(call as CallView), /^About to call Kim…/);
    assertMatch(announce({ ...call, isUnsaid: false } as CallView), /^Calling Kim…/, "It was sent without the devices");
    assertMatch(announce({ ...call, isRinging: true } as CallView), /^Ringing…/);
  } finally {
    [localMedia.value, standing.value] = before;
  }
});

Deno.test("announce() says of an end whose browser asks for devices that they are about to join, not that they are there", () => {
  const joining = { ...readMedia({ audio: false, video: false }), isJoining: true };
  const call = { phase: "connected", remoteName: "Kim", features: new Map(), remoteMedia: joining };
  assertMatch(announce(call as never), /^Kim is about to join\./);
  assertMatch(
    announce({ ...call, remoteMedia: readMedia({ audio: true, video: true }) } as never),
    /^Connected with Kim\./,
  );
});

Deno.test("announce() says once how a call has ended, and plainly that it has where what says more did not come", async () => {
  const call = { phase: "ended", endReason: "declined", isOutgoing: true, remoteName: "Kim" } as CallView;
  assertEquals(announce(call), "", "It is on its way");
  isEndingMissing.value = true;
  assertEquals(announce(call), "The call has ended.");
  await loadEnding();
  assertMatch(announce(call), /^Call declined\. Kim can’t talk right now\./);
});
