/** One of the people listed: who, when and how often they called, and what there is to do about it. */

import type { PeerId } from "../../../signaling/protocol.ts";
import { isMuted } from "../../kept/people/known_peers.ts";
import { onlinePeers } from "../../model/presence.ts";
import { type Actions, obstacle } from "../../model/state.ts";
import { locale } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";
import { CameraIcon, MoreIcon, PhoneIcon, ShieldCheckIcon } from "../pieces/icons.tsx";
import { PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { unable } from "../pieces/unable.ts";
import type { Person } from "./list_people.ts";
import { formatMoment } from "../../words/format.ts";
import { peopleWords } from "./people_words.ts";

/** What the list is given. */
export type PeopleProps = {
  readonly actions: Actions;
  readonly call: (peerId: PeerId, options?: { readonly video: boolean }) => void;
};

type RowProps = {
  readonly person: Person;
  readonly call: (options?: { readonly video: boolean }) => void;
  readonly open: () => void;
};

export function PersonRow({ person, call, open }: RowProps) {
  const words = peopleWords.value;
  const { peerId, name, missed, known } = person;
  const who = isolate(name ?? peerId);
  const details = detailsOf(person).join(" · ");
  const use = (options?: { readonly video: boolean }) => obstacle.peek() === null && call(options);
  return (
    <li class="person">
      <PeerMark peerId={peerId} name={name} />
      {onlinePeers.value.has(peerId) && (
        <i class="online">
          <span class="unseen">{words.online}</span>
        </i>
      )}
      <p>
        <span class="named">
          <b class="ellipsis" dir="auto">{name ?? <PeerIdText peerId={peerId} />}</b>
          {(known?.verifiedAtMs ?? null) !== null && (
            <span class="proved" title={words.verified}>
              <ShieldCheckIcon />
              <span class="unseen">{words.verified}</span>
            </span>
          )}
        </span>
        {name !== null && (
          <span class="quiet">
            <PeerIdText peerId={peerId} />
          </span>
        )}
        {details !== "" && <span class="quiet ellipsis">{details}</span>}
      </p>
      {missed !== null
        ? (
          <button
            type="button"
            class="button tonal back"
            aria-label={words.callBackTo(who)}
            {...unable()}
            onClick={() => use()}
          >
            <PhoneIcon />
            <span>{words.callBack}</span>
          </button>
        )
        : (
          <>
            <button
              type="button"
              class="button voice"
              title={words.voiceCall}
              aria-label={words.voiceCallTo(who)}
              {...unable()}
              onClick={() => use({ video: false })}
            >
              <PhoneIcon />
            </button>
            <button
              type="button"
              class="button tonal"
              title={words.videoCall}
              aria-label={words.videoCallTo(who)}
              {...unable()}
              onClick={() => use()}
            >
              <CameraIcon />
            </button>
          </>
        )}
      <button type="button" class="button more" aria-label={words.moreOf(who)} aria-haspopup="dialog" onClick={open}>
        <MoreIcon />
      </button>
    </li>
  );
}

/** What is said below the name. */
export function detailsOf({ claimedName, missed, known }: Person): string[] {
  const [words, nowMs] = [peopleWords.value, Date.now()];
  const atMs = missed?.atMs ?? known?.lastCallAtMs ?? null;
  const isContact = (known?.savedAtMs ?? null) !== null;
  return [
    claimedName === null ? null : words.claimed(isolate(claimedName)),
    missed !== null && missed.count > 1 ? words.callCount(missed.count) : null,
    atMs === null ? null : formatMoment(atMs, nowMs, locale.value),
    isContact && missed === null ? words.contact : null,
    known !== null && isMuted([known], known.peerId, nowMs) ? words.muted : null,
  ].filter((detail) => detail !== null);
}
