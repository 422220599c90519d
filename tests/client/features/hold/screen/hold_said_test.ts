/** What is said of calls on hold to whoever hears the page. */

import { assertEquals } from "@std/assert";
import type { CallView } from "../../../../../client/conversation/call_views.ts";
import { NOTHING_HELD, type SaidOfHolds, sayHolds } from "../../../../../client/features/hold/screen/hold_said.ts";
import { hold } from "../../../../../client/words/en/features/hold.ts";
import type { PeerId } from "../../../../../signaling/protocol.ts";

type View = Parameters<typeof sayHolds>[1][number];

function view(name: string, fields: Partial<CallView> = {}): View {
  const talking = { phase: "connected", isHeld: false, isRemoteHeld: false } as const;
  return { remotePeerId: `id of ${name}` as PeerId, remoteName: name, ...talking, ...fields };
}

function play(...moments: View[][]): (readonly string[])[] {
  let said: SaidOfHolds = NOTHING_HELD;
  return moments.map((calls) => (said = sayHolds(said, calls, hold)).sentences);
}

const OWN = { isHeld: true };
const THEIRS = { isRemoteHeld: true };

Deno.test("sayHolds() says of each call on hold by whom it is, and nothing of one that is not", () => {
  assertEquals(
    play([view("Kim")], [view("Kim", OWN), view("Lee")], [view("Kim", OWN), view("Lee", THEIRS)], [
      view("Kim", { ...OWN, ...THEIRS }),
      view("Lee"),
    ]),
    [
      [],
      ["You’ve put Kim on hold. Neither of you can hear or see the other."],
      [
        "You’ve put Kim on hold. Neither of you can hear or see the other.",
        "Lee has put you on hold. Nobody can hear or see you until they’re back.",
      ],
      ["You’re back in the call with Lee.", "You and Kim have both put this call on hold. You both have to resume it."],
    ],
  );
});

Deno.test("sayHolds() says what has become of a call that was on hold, until there is something else to say", () => {
  const ended = "The call on hold with Kim has ended.";
  assertEquals(play([view("Kim", OWN)], [view("Lee")], [view("Lee")]).slice(1), [[ended], [ended]]);
  assertEquals(play([view("Kim", OWN)], []).at(-1), [ended]);
  assertEquals(
    play([view("Kim", OWN)], [view("Kim", { ...OWN, phase: "ended" })]).at(-1),
    [],
    "Its own screen says so",
  );
  assertEquals(play([view("Kim", THEIRS)], [view("Kim")]).at(-1), ["You’re back in the call with Kim."]);
});

Deno.test("sayHolds() says nothing new of a call that goes on, on hold, after its page was loaded again", () => {
  const [before, after] = play([view("Kim", OWN)], [view("Kim", { ...OWN, phase: "outgoing" })]);
  assertEquals(after, before);
});
