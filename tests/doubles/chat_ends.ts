/** Two ends of a chat, what they show of it, and what is on its way between them. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { readView } from "../../client/feature/feature.ts";
import "../../client/features/chat/chat.ts"; // It is there before the first test.
import { CHAT, type ChatFeature, type ChatView } from "../../client/features/chat/chat_key.ts";
import { FEATURES } from "../../client/features/registry.ts";
import type { CallId } from "../../signaling/protocol.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "./feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === CHAT.name);

export type Ends = {
  readonly kim: FeatureEnd;
  readonly lee: FeatureEnd;
  readonly clock: ReturnType<typeof FakeTimers.install>;
};

export function chatTest(name: string, run: (ends: Ends) => void | Promise<void>): void {
  Deno.test(name, async () => {
    const { caller: kim, callee: lee } = FeatureEnd.createPair(ENTRIES);
    for (const end of [kim, lee]) end.features.open(CALL_ID);
    await settle();
    const clock = FakeTimers.install();
    try {
      await run({ kim, lee, clock });
    } finally {
      for (const end of [kim, lee]) end.features.close(CALL_ID);
      for (let turn = 0; turn < 3_000; turn++) await Promise.resolve(); // What is kept is stored.
      const timers = clock.countTimers();
      clock.uninstall();
      assertEquals(timers, 0, "It ends with the call");
    }
  });
}

export function use({ features }: FeatureEnd, act: (chat: ChatFeature) => void): void {
  features.use(CALL_ID, CHAT, act);
}

export function viewOf({ features }: FeatureEnd): ChatView {
  const view = readView(features.statesOf(CALL_ID), CHAT);
  assert(view !== null, "There is no chat");
  return view;
}

export function written(end: FeatureEnd): string[] {
  return viewOf(end).entries.map(({ stage, text }) => `${stage}: ${text}`);
}

export function hear({ features }: FeatureEnd, body: unknown): void {
  features.receiveDirect(CALL_ID, CHAT.name, body);
}

export function said({ direct }: FeatureEnd): object[] {
  return direct.map(({ body }) => body);
}

/** Carries until neither has anything more to say. */
export function carryAll({ kim, lee }: Ends): void {
  while (kim.direct.length + lee.direct.length > 0) carry(kim, lee);
}

/** The end's page, or the other end's, comes back, and its call goes on in another. */
export function comeBack(end: FeatureEnd): void {
  end.features.close(CALL_ID);
  if (end.call === undefined) throw new Error("There is no call");
  end.call = { ...end.call, rejoined: { callId: "before" as CallId, connectedAtMs: 0, name: null } };
  end.features.open(CALL_ID);
}

/** The call is over, and the two are in another. */
export async function callAnew({ kim, lee, clock }: Ends): Promise<void> {
  for (const end of [kim, lee]) {
    end.features.close(CALL_ID);
    end.direct.splice(0);
  }
  for (const end of [kim, lee]) end.features.open(CALL_ID);
  await clock.tickAsync(0);
}
