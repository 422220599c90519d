/** What an end says of its media, and what is shown of the other's. */

import { assert, assertEquals } from "@std/assert";
import { remoteMediaOf } from "../../../../client/features/media_state/media_key.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { readMedia } from "../../../../client/media/source.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === "media-state");
const SILENT = readMedia({ audio: false, video: false });
const BOTH = readMedia({ audio: true, video: true });

function remoteMedia({ call, features }: FeatureEnd): object {
  return remoteMediaOf({ features: features.statesOf(CALL_ID), remoteMedia: call?.remoteMedia ?? SILENT });
}

async function open(): Promise<{ caller: FeatureEnd; callee: FeatureEnd }> {
  const { caller, callee } = FeatureEnd.createPair(ENTRIES);
  for (const end of [caller, callee]) end.features.open(CALL_ID);
  await settle();
  return { caller, callee };
}

Deno.test("Each end says what it sends when the call is answered and whenever that changes, and each time once", async () => {
  const { caller } = await open();
  caller.handleLocalMedia(BOTH);
  for (let count = 0; count < 3; count++) caller.handleLocalMedia({ ...BOTH, microphone: false });
  caller.handleLocalMedia({ ...BOTH, microphone: false, screen: true });
  const message = { type: "media-state", audio: true, video: true, screen: false, screenSound: false, hold: false };
  assertEquals(caller.sent, [
    { message: message as never, isLatest: true },
    { message: { ...message, audio: false } as never, isLatest: true },
    { message: { ...message, audio: false, screen: true } as never, isLatest: true },
  ]);
});

Deno.test("What the other end says is shown, before that what its offer or answer said, and nothing that does not fit", async () => {
  const { caller, callee } = await open();
  assertEquals(remoteMedia(callee), SILENT);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), BOTH);
  for (
    const body of [null, 7, {}, { audio: "yes", video: true }, { audio: true }, {
      audio: false,
      video: true,
      screen: 1,
    }]
  ) {
    callee.features.receive(CALL_ID, "media-state", body);
  }
  callee.features.receive(CALL_ID, "media-state", { audio: false, video: true, future: 1 });
  assertEquals(remoteMedia(callee), { ...BOTH, microphone: false }, "A page that knows of no screen has none");
  callee.features.receive(CALL_ID, "media-state", { audio: false, video: false, screen: true, screenSound: true });
  assertEquals(remoteMedia(callee), { ...SILENT, screen: true, "screen-sound": true });
});

Deno.test("Who is about to join says so until they have, and to a page that does not know it is silent meanwhile", async () => {
  const { caller, callee } = await open();
  const joining = { ...SILENT, isJoining: true as const };
  caller.handleLocalMedia(joining);
  caller.handleLocalMedia({ ...joining });
  const silent = { type: "media-state", audio: false, video: false, screen: false, screenSound: false, hold: false };
  assertEquals(caller.sent.slice(1), [{ message: { ...silent, joining: true } as never, isLatest: true }]);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), joining);
  caller.handleLocalMedia(SILENT);
  assertEquals(caller.sent.at(-1)?.message, silent as never);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), SILENT);
  callee.features.receive(CALL_ID, "media-state", { audio: true, video: true, joining: "soon" });
  assertEquals(remoteMedia(callee), SILENT);
});

Deno.test("An end says that it holds the call, and what the other end says of that is passed on once", async () => {
  const { caller, callee } = await open();
  assert(caller.call !== undefined);
  caller.call = { ...caller.call, isHeld: true };
  caller.handleLocalMedia(SILENT);
  assertEquals((caller.sent.at(-1)?.message as { hold?: boolean }).hold, true);
  callee.events.length = 0;
  carry(caller, callee);
  assertEquals(callee.events, [[CALL_ID, { type: "remote-held", isHeld: true }]]);
  callee.events.length = 0;
  callee.features.receive(CALL_ID, "media-state", { audio: true, video: true });
  assertEquals(callee.events, [], "A page that is older than holding holds nothing");
});

Deno.test("Where its word cannot be read, the other end's picture shows for itself", () => {
  const features = new Map([["media-state", { stage: "failed" as const, view: undefined }]]);
  assertEquals(remoteMediaOf({ features, remoteMedia: SILENT }), BOTH);
});
