/**
 * Whose calls nobody took here: who, when and how often, with a button each to call back and to block; strangers apart,
 * by their IDs, since a name is only what they call themselves. Shows nothing when there is nobody.
 */

import { formatMoment } from "../../words/format.ts";
import { findPeer, isKnown } from "../../kept/known_peers.ts";
import { type Actions, knownPeers, obstacle } from "../../model/state.ts";
import { blockedPeers } from "../../kept/blocked_peers.ts";
import { type MissedCaller, missedCalls } from "../../kept/missed_calls.ts";
import { firstWords } from "../../words/first_words.ts";
import { locale } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";
import { BlockButton, BlockedPeople } from "../pieces/blocked_people.tsx";
import { dial } from "./dial_form.tsx";
import { PhoneIcon } from "../pieces/icons.tsx";
import { PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { unable } from "../pieces/unable.ts";

export function MissedCalls({ actions }: { actions: Actions }) {
  const blocked = new Set(blockedPeers.value.map(({ peerId }) => peerId));
  const callers = missedCalls.value.filter(({ remotePeerId }) => !blocked.has(remotePeerId));
  const known = callers.filter(({ remotePeerId }) => isKnown(knownPeers.value, remotePeerId));
  const strangers = callers.filter((caller) => !known.includes(caller));
  const words = firstWords.value;
  if (callers.length === 0 && blocked.size === 0) return null;
  return (
    <section class="panel missed" aria-labelledby="missed">
      <header>
        <h2 id="missed">{callers.length === 0 ? words.calls : words.missedCalls}</h2>
        {callers.length > 0 && (
          <button type="button" class="button" onClick={() => actions.clearMissedCalls()}>{words.clear}</button>
        )}
      </header>
      {callers.length > 0 && (
        <div class="callers">
          <Callers callers={known} actions={actions} />
          {strangers.length > 0 && <h3 class="quiet">{words.strangers}</h3>}
          <Callers callers={strangers} actions={actions} areStrangers />
        </div>
      )}
      <BlockedPeople actions={actions} />
    </section>
  );
}

type CallersProps = { callers: readonly MissedCaller[]; actions: Actions; areStrangers?: boolean };

function Callers({ callers, actions, areStrangers = false }: CallersProps) {
  const words = firstWords.value;
  if (callers.length === 0) return null;
  return (
    <ul>
      {callers.map((caller) => {
        const { remotePeerId, remoteName, atMs, count } = caller;
        const name = areStrangers ? null : remoteName ?? findPeer(knownPeers.value, remotePeerId)?.shownName ?? null;
        const claimed = areStrangers && remoteName !== null ? words.claimed(isolate(remoteName)) : null;
        const details = [
          claimed,
          count > 1 ? words.callCount(count) : null,
          formatMoment(atMs, Date.now(), locale.value),
        ];
        return (
          <li key={remotePeerId}>
            <PeerMark peerId={remotePeerId} name={name} />
            <p>
              <b class="ellipsis" dir="auto">{name ?? <PeerIdText peerId={remotePeerId} />}</b>
              {name !== null && (
                <span class="quiet ellipsis">
                  <PeerIdText peerId={remotePeerId} />
                </span>
              )}
              <span class="quiet ellipsis">{details.filter((detail) => detail !== null).join(" · ")}</span>
            </p>
            <BlockButton peer={caller} label={name ?? remotePeerId} actions={actions} />
            <button
              type="button"
              class="button tonal"
              aria-label={words.callBackTo(isolate(name ?? remotePeerId))}
              {...unable()}
              onClick={() => obstacle.value === null && dial(actions, remotePeerId)}
            >
              <PhoneIcon />
              <span>{words.callBack}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
