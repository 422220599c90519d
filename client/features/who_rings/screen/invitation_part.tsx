/**
 * Makes invitations, in the panel of ringing: links that ring once or for a while although only contacts do. One press
 * copies one that works once; the others, and those that may be taken back, are behind *More*.
 */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import { ownKey } from "../../../identity/own_key.ts";
import { callablePeerId, ownLinkName } from "../../../model/state.ts";
import { copyText, ownLink } from "../../../screens/pieces/copy.tsx";
import { callWords } from "../../../words/call_words.ts";
import { locale } from "../../../words/language.ts";
import { type Invitation, INVITE_ENTRY, makeTicket, readInvitation } from "../invite.ts";
import { createMadeInvites, madeInvites, noteMade } from "../made_invites.ts";
import { mayUse, takeBack, usedInvites } from "../used_invites.ts";
import { whoRingsSetting } from "../who_rings_setting.ts";
import { admissionWords } from "./admission_words.ts";

const DAY_MS = 86_400_000;
const KINDS = ["once", "day", "week"] as const;
type Kind = typeof KINDS[number];

const made = createMadeInvites();

async function makeLink(kind: Kind): Promise<string | null> {
  const [peerId, identity] = [callablePeerId.peek(), ownKey.identity?.()];
  if (peerId === null || identity === undefined) return null;
  const nowMs = Date.now();
  const untilMs = nowMs + (kind === "day" ? DAY_MS : 7 * DAY_MS);
  const ticket = await makeTicket(peerId, { isOnce: kind === "once", untilMs }, (claim) => identity.sign(claim));
  whoRingsSetting.change((who) => who); // There is something to be looked at from now on, see `lookouts.ts`.
  const invitation = await readInvitation(INVITE_ENTRY + ticket, peerId, nowMs);
  if (invitation !== null) made.change((before) => noteMade(before, invitation, nowMs));
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
      <button type="button" class="button tonal" onClick={() => attempt("copy an invitation", copy)}>
        {words.copyInvitation}
      </button>
      <p class="quiet" role="status">{isCopied.value ? words.copied : words.invitationNote}</p>
      <p class="quiet">{words.kinds[kind.value]}</p>
      <details>
        <summary>{callWords.value.more}</summary>
        <label class="device-choice">
          <span>{words.invitation}</span>
          <select
            value={kind.value}
            onChange={({ currentTarget }) => {
              kind.value = currentTarget.value as Kind;
              isCopied.value = false;
            }}
          >
            {KINDS.map((each) => <option key={each} value={each}>{words.kinds[each]}</option>)}
          </select>
        </label>
        <OpenInvitations />
      </details>
    </section>
  );
}

/** Whether it may still ring, for a call that nobody has made with it yet. */
function isOpen(invitation: Invitation): boolean {
  return invitation.untilMinute * 60_000 > Date.now() && mayUse(usedInvites.value, invitation, "none");
}

function OpenInvitations() {
  const words = admissionWords.value;
  const ref = useRef<HTMLUListElement>(null);
  const takenBack = useSignal(0);
  // Read, to be drawn again: what was used is kept without a signal.
  const open = takenBack.value >= 0 ? madeInvites.value.filter(isOpen) : [];
  return (
    <ul ref={ref} tabIndex={-1}>
      {open.map((invitation) => {
        const { nonce, untilMinute } = invitation;
        const until = new Date(untilMinute * 60_000);
        return (
          <li key={nonce}>
            <span id={`invitation-${nonce}`} class="quiet">
              {words.until(until.toLocaleString(locale.value, { dateStyle: "medium", timeStyle: "short" }))}
            </span>
            <button
              type="button"
              class="button tonal"
              aria-describedby={`invitation-${nonce}`}
              onClick={() => {
                const nowMs = Date.now();
                usedInvites.change((before) => takeBack(before, invitation, nowMs));
                takenBack.value += 1;
                ref.current?.focus();
              }}
            >
              {words.takeBack}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
