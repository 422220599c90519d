/**
 * The screen between calls: the own ID to give away, and one field to call somebody.
 *
 * A page opened from somebody's link turns the order round and offers that call first; it never calls by itself.
 */

import { useSignal } from "@preact/signals";
import {
  type Actions,
  hasRelay,
  identityLifetime,
  isRelayOnly,
  linkedPeerId,
  localName,
  localPeerId,
  signalingStatus,
  unverifiedCount,
} from "../state.ts";
import { lifetimeSentence, SENTENCES, statusSentence } from "../sentences.ts";
import { unverifiedSentence } from "../stranger_sentences.ts";
import { NAME_LENGTH_MAX, type PeerId } from "../../signaling/protocol.ts";
import { CopyByHand, copyText, LinkButtons, notice } from "./copy.tsx";
import { DialForm } from "./dial_form.tsx";
import { WarningIcon } from "./icons.tsx";
import { MissedCalls } from "./missed_calls.tsx";
import { Halo, PeerIdText, PeerMark } from "./peer_mark.tsx";

export function Home({ actions, isBehindDialog }: { actions: Actions; isBehindDialog: boolean }) {
  const localId = localPeerId.value;
  const linked = linkedPeerId.value;
  const offered = linked === localId ? null : linked;
  const unverified = unverifiedSentence(unverifiedCount.value, identityLifetime.value);
  return (
    <div class="home" data-screen tabIndex={-1} inert={isBehindDialog}>
      <header class="masthead">
        <h1>
          <img src="/icon.svg" alt="" width="28" height="28" />Video calling
        </h1>
        <p class={`line ${signalingStatus.value}`}>{statusSentence(signalingStatus.value)}</p>
      </header>
      <main class={offered === null ? "home-main" : "home-main invited"}>
        {!globalThis.isSecureContext && <InsecureBanner />}
        {offered !== null && <Invitation peerId={offered} actions={actions} />}
        <Identity peerId={localId} isCompact={offered !== null} />
        <MissedCalls actions={actions} />
        {offered === null && (
          <section class="panel">
            <DialForm actions={actions} />
            <Settings actions={actions} />
          </section>
        )}
      </main>
      <footer class="colophon">
        <p>Calls go from browser to browser, encrypted end to end.</p>
        <a href="/check">Connection check</a>
        {unverified !== null && <p>{unverified}</p>}
      </footer>
    </div>
  );
}

function Invitation({ peerId, actions }: { peerId: PeerId; actions: Actions }) {
  return (
    <section class="panel invitation" aria-labelledby="invitation">
      <PeerMark peerId={peerId} />
      <h2 id="invitation">
        Call <PeerIdText peerId={peerId} />?
      </h2>
      <p class="quiet">
        You opened this person’s link. They will see your ID{localName.value !== "" && " and your name"}.
      </p>
      <DialForm actions={actions} />
      <Settings actions={actions} />
    </section>
  );
}

function Identity({ peerId, isCompact }: { peerId: PeerId | null; isCompact: boolean }) {
  const warning = lifetimeSentence(identityLifetime.value);
  const copyId = () => peerId !== null && void copyText(peerId, SENTENCES.idCopied);
  return (
    <section class={isCompact ? "identity compact" : "identity"}>
      {peerId === null
        ? (
          <span class="mark">
            <span class="disc pending" />
          </span>
        )
        : <Halo peerId={peerId} />}
      <h2 id="your-id">Your ID</h2>
      <div role="group" aria-labelledby="your-id" aria-busy={peerId === null}>
        <button type="button" class="own-id" title="Copy" disabled={peerId === null} onClick={copyId}>
          <PeerIdText peerId={peerId} />
        </button>
      </div>
      <LinkButtons />
      <CopyByHand />
      <p class="quiet">{notice.value || (identityLifetime.value === "socket" ? "" : SENTENCES.reachable)}</p>
      {warning !== null && <p class="quiet">{warning}</p>}
    </section>
  );
}

function Settings({ actions }: { actions: Actions }) {
  // While it is typed, the text is the person's: a cleaned name coming back must not move the caret.
  const draft = useSignal<string | null>(null);
  const isRelayMissing = hasRelay.value === false;
  return (
    <>
      <div class="setting">
        <label for="name-field">Your name</label>
        <input
          id="name-field"
          class="field"
          type="text"
          placeholder="Optional"
          autocomplete="nickname"
          maxLength={NAME_LENGTH_MAX}
          value={draft.value ?? localName.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
            actions.setName(event.currentTarget.value);
          }}
          onBlur={() => draft.value = null}
        />
      </div>
      <div class="setting">
        <div>
          <label for="relay-only">Hide my IP address</label>
          <p id="relay-note" class={isRelayMissing && isRelayOnly.value ? "problem" : "quiet"}>
            {isRelayMissing ? SENTENCES.noRelay : SENTENCES.relayOnly}
          </p>
        </div>
        <input
          id="relay-only"
          class="switch"
          type="checkbox"
          role="switch"
          aria-describedby="relay-note"
          checked={isRelayOnly.value}
          onChange={(event) => actions.setRelayOnly(event.currentTarget.checked)}
        />
      </div>
    </>
  );
}

function InsecureBanner() {
  return (
    <section class="banner" aria-label="Calls need HTTPS">
      <WarningIcon />
      <p>
        Calls need HTTPS: browsers give camera, microphone and a key only to pages opened by <b>https://</b> or from
        {" "}
        <b>localhost</b>. To try it on this address, open{" "}
        <code>chrome://flags/#unsafely-treat-insecure-origin-as-secure</code>, add <code>{location.origin}</code>{" "}
        and restart the browser.
      </p>
    </section>
  );
}
