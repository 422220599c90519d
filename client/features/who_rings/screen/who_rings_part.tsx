/** Who may ring, in the panel of ringing. What makes invitations comes a moment later. */

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import type { WhoRings } from "../ring_rules.ts";
import { WHO_RINGS } from "../ring_rules.ts";
import { whoRings, whoRingsSetting } from "../who_rings_setting.ts";
import { admissionWords } from "./admission_words.ts";

const invitationPart = signal<ComponentType | null>(null);

async function loadInvitations(): Promise<void> {
  invitationPart.value = (await import("./invitation_part.tsx")).InvitationPart;
}

export function WhoRingsPart() {
  const Invitations = invitationPart.value;
  useEffect(() => attempt("load what makes invitations", loadInvitations), []);
  const words = admissionWords.value;
  return (
    <>
      <section>
        <label class="device-choice">
          <span>{words.whoCanRing}</span>
          <select
            value={whoRings.value}
            aria-describedby="who-rings-note"
            onChange={({ currentTarget }) => whoRingsSetting.change(() => currentTarget.value as WhoRings)}
          >
            {WHO_RINGS.map((who) => <option key={who} value={who}>{words.who[who]}</option>)}
          </select>
        </label>
        <p id="who-rings-note" class="quiet" role="status">{words.notes[whoRings.value]}</p>
      </section>
      {Invitations !== null && <Invitations />}
    </>
  );
}
