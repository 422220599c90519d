/** Makes invitations, in the panel of ringing: links that ring once or for a while although only contacts do. */

import { useSignal } from "@preact/signals";
import { attempt } from "../../../bounds/attempt.ts";
import { ownKey } from "../../../identity/own_key.ts";
import { callablePeerId, ownLinkName } from "../../../model/state.ts";
import { copyText, ownLink } from "../../../screens/pieces/copy.tsx";
import { makeTicket } from "../invite.ts";
import { whoRingsSetting } from "../who_rings_setting.ts";
import { admissionWords } from "./admission_words.ts";

const DAY_MS = 86_400_000;
const KINDS = ["once", "day", "week"] as const;
type Kind = typeof KINDS[number];

async function makeLink(kind: Kind): Promise<string | null> {
  const [peerId, identity] = [callablePeerId.peek(), ownKey.identity?.()];
  if (peerId === null || identity === undefined) return null;
  const untilMs = Date.now() + (kind === "day" ? DAY_MS : 7 * DAY_MS);
  const ticket = await makeTicket(peerId, { isOnce: kind === "once", untilMs }, (claim) => identity.sign(claim));
  whoRingsSetting.change((who) => who); // There is something to be looked at from now on, see `lookouts.ts`.
  return ticket && `${ownLink(peerId)}${ownLinkName.peek() === "" ? "/_" : ""}/${ticket}`;
}

export function InvitationPart() {
  const words = admissionWords.value;
  const kind = useSignal<Kind>("once");
  const isCopied = useSignal(false);
  const copy = async () => {
    const link = await makeLink(kind.peek());
    if (link === null) return;
    await copyText(link, words.copied);
    isCopied.value = true;
  };
  return (
    <section>
      <label class="device-choice">
        <span>{words.invitation}</span>
        <select
          value={kind.value}
          aria-describedby="invitation-note"
          onChange={({ currentTarget }) => {
            kind.value = currentTarget.value as Kind;
            isCopied.value = false;
          }}
        >
          {KINDS.map((each) => <option key={each} value={each}>{words.kinds[each]}</option>)}
        </select>
      </label>
      <button type="button" class="button tonal" onClick={() => attempt("copy an invitation", copy)}>
        {words.copyInvitation}
      </button>
      <p id="invitation-note" class="quiet" role="status">{isCopied.value ? words.copied : words.invitationNote}</p>
    </section>
  );
}
