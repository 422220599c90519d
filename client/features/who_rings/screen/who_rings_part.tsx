/** Who may ring, in the panel of ringing. */

import type { WhoRings } from "../ring_rules.ts";
import { WHO_RINGS } from "../ring_rules.ts";
import { whoRings, whoRingsSetting } from "../who_rings_setting.ts";
import { InvitationPart } from "./invitation_part.tsx";
import { admissionWords } from "./admission_words.ts";

export function WhoRingsPart() {
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
      <InvitationPart />
    </>
  );
}
