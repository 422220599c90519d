/**
 * The screen between calls: the own ID to give away, and one field to call somebody.
 *
 * A page opened from somebody's link turns the order round and offers that call first; it never calls by itself.
 */

import { useSignal } from "@preact/signals";
import {
  type Actions,
  appNotes,
  beforeCall,
  callablePeerId,
  type CalledName,
  calledName,
  hasRelay,
  identityLifetime,
  invitingPeerId,
  isLinkNamed,
  isRelayOnly,
  isRelayStuck,
  knownPeers,
  leftCallOffer,
  lineStatus,
  linkedPeerId,
  localName,
  notes,
  obstacle,
  unverifiedCount,
} from "../../model/state.ts";
import { findPeer, nameOf } from "../../kept/people/known_peers.ts";
import { firstWords } from "../../words/first_words.ts";
import { joinSentences, pageWords } from "../../words/language.ts";
import { keptStore } from "../../kept/kept_store.ts";
import { keptSentence, lifetimeSentence, unverifiedSentence } from "../../words/sentences.ts";
import { NAME_LENGTH_MAX, type PeerId } from "../../../signaling/protocol.ts";
import { copyText, LinkButtons, Told } from "../pieces/copy.tsx";
import { dial, DialForm } from "./dial_form.tsx";
import { insecureBanner } from "./insecure.ts";
import { Logo } from "../pieces/icons.tsx";
import { lineSentence } from "../pieces/line_sentence.ts";
import { LanguageChoice } from "./language_choice.tsx";
import { peopleList } from "./people.ts";
import { QrButton } from "./qr_button.tsx";
import { Halo, IdBelow, PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { RingingButton } from "./ringing_button.tsx";

type HomeProps = {
  actions: Actions;
  isBehindDialog: boolean;
  /** Whom the page's link offers to call; nobody, or somebody not known yet, whom the link may name. */
  offered: PeerId | "awaited" | "awaited by name" | null;
};

export function Home(props: Omit<HomeProps, "offered">) {
  return <HomeScreen {...props} offered={invitingPeerId.value} />;
}

export function HomeScreen({ actions, isBehindDialog, offered }: HomeProps) {
  const Banner = insecureBanner.value;
  const [AppNotes, LeftCallOffer, People] = [appNotes.value, leftCallOffer.value, peopleList.value];
  const Notes = notes.value?.Panel;
  // In the first view, for whoever has opened their own link in a second tab: there is nothing else to do there.
  const isOwnLink = linkedPeerId.value !== null && linkedPeerId.value === callablePeerId.value;
  const unverified = unverifiedSentence(unverifiedCount.value, obstacle.value);
  return (
    <div class="home" data-screen tabIndex={-1} inert={isBehindDialog}>
      <header class="masthead">
        <h1>
          <Logo />
          {pageWords.value.title}
        </h1>
        <p id="line" class={`line ${lineStatus.value}${obstacle.value === null ? "" : " stuck"}`}>
          {lineSentence.value}
        </p>
      </header>
      <main class={offered === null ? "home-main" : "home-main invited"}>
        {Banner !== null && <Banner isGuest={offered !== null} />}
        {AppNotes !== null && isOwnLink && <AppNotes />}
        {LeftCallOffer !== null && <LeftCallOffer actions={actions} />}
        {offered !== null && <Invitation offered={offered} actions={actions} />}
        <Identity peerId={callablePeerId.value} isCompact={offered !== null} />
        {Notes && <Notes actions={actions} />}
        {People !== null && <People actions={actions} call={(peerId, options) => dial(actions, peerId, options)} />}
        {offered === null && (
          <section class="panel">
            <OwnName actions={actions} />
            <DialForm actions={actions} />
            <BeforeCall actions={actions} />
            <Settings actions={actions} />
          </section>
        )}
        {AppNotes !== null && !isOwnLink && (offered === null || identityLifetime.value === "trial") && <AppNotes />}
      </main>
      <footer class="colophon">
        <p>{firstWords.value.tagline}</p>
        <a href="check">{pageWords.value.check}</a>
        <LanguageChoice actions={actions} />
        {People === null && (
          <button
            type="button"
            class="button plain"
            onClick={() => actions.openPeopleFile(actions.changePeople)}
          >
            {firstWords.value.people}
          </button>
        )}
        {unverified !== null && <p>{unverified}</p>}
      </footer>
    </div>
  );
}

function Invitation({ offered, actions }: { offered: NonNullable<HomeProps["offered"]>; actions: Actions }) {
  const words = firstWords.value;
  const peerId = offered === "awaited" || offered === "awaited by name" ? null : offered;
  const called = peerId === null ? null : calledNameOf(peerId);
  const name = called?.name ?? (offered === "awaited by name" ? "" : null);
  const isByLink = name !== null && called?.isProved !== true;
  return (
    <section class="panel invitation" aria-labelledby="invitation">
      <PeerMark peerId={peerId} name={name} />
      <h2 key={name} id="invitation">
        {words.invitation(name === null ? <PeerIdText peerId={peerId} /> : <Name name={name} />)}
      </h2>
      {name !== null && <IdBelow peerId={peerId} />}
      <p class="quiet">
        {joinSentences(
          isByLink ? words.namedByLink : words.byLink,
          localName.value === "" ? words.seesId : words.seesIdAndName,
        )}
      </p>
      <OwnName actions={actions} />
      <DialForm actions={actions} />
      <BeforeCall actions={actions} />
      <Settings actions={actions} />
    </section>
  );
}

/** Until calls are loaded, those who are known by a name have it, and what a link says is awaited. */
function calledNameOf(peerId: PeerId): CalledName | null {
  if (calledName.value !== null) return calledName.value(peerId);
  const name = nameOf(findPeer(knownPeers.value, peerId));
  return name !== null || isLinkNamed.value ? { name: name ?? "", isProved: name !== null } : null;
}

/** One that is awaited is empty. */
function Name({ name }: { name: string }) {
  return name === ""
    ? (
      <span class="pending">
        <i />
      </span>
    )
    : <bdi title={name}>{name}</bdi>;
}

/** The place is there from the first paint on, so that nothing moves. */
function BeforeCall({ actions }: { actions: Actions }) {
  const Part = beforeCall.value;
  return <div class="before-call">{Part !== null && <Part actions={actions} />}</div>;
}

function Identity({ peerId, isCompact }: { peerId: PeerId | null; isCompact: boolean }) {
  const words = firstWords.value;
  const warning = lifetimeSentence(identityLifetime.value) ?? keptSentence(keptStore.trouble.value);
  const isOfUse = obstacle.value === null;
  const copyId = () => peerId !== null && void copyText(peerId, words.idCopied);
  return (
    <section class={isCompact ? "identity compact" : "identity"}>
      {peerId === null ? <PeerMark peerId={null} /> : <Halo peerId={peerId} />}
      {isOfUse && (
        <>
          <h2 id="your-id">{words.yourId}</h2>
          <div role="group" aria-labelledby="your-id" aria-busy={peerId === null}>
            <button type="button" class="own-id" title={words.copy} disabled={peerId === null} onClick={copyId}>
              <PeerIdText peerId={peerId} />
            </button>
          </div>
        </>
      )}
      <LinkButtons>
        <QrButton />
        <RingingButton />
      </LinkButtons>
      <Told usual={isOfUse ? words.reachable : ""} />
      {warning !== null && <p class="quiet">{warning}</p>}
    </section>
  );
}

/** Asks for the own name where it is of use: above what places the first call, below what gives the link away. */
function OwnName({ actions }: { actions: Actions }) {
  const words = firstWords.value;
  // While it is typed, the text is the person's: a cleaned name coming back must not move the caret.
  const draft = useSignal<string | null>(null);
  return (
    <div class="setting own-name">
      <label for="name-field">{words.yourName}</label>
      <input
        id="name-field"
        class="field"
        type="text"
        placeholder={words.optional}
        autocomplete="nickname"
        aria-describedby="name-note"
        maxLength={NAME_LENGTH_MAX}
        value={draft.value ?? localName.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
          actions.setName(event.currentTarget.value);
        }}
        onBlur={() => draft.value = null}
      />
      <p id="name-note" class="quiet">{words.nameUse}</p>
    </div>
  );
}

function Settings({ actions }: { actions: Actions }) {
  const words = firstWords.value;
  const isRelayMissing = hasRelay.value === false;
  // Within reach all the same: for a screen reader to come by the reason, and to keep the focus once it is switched off.
  const isUnusable = isRelayMissing && !isRelayOnly.value;
  return (
    <div class="setting">
      <div>
        <label for="relay-only">{words.hideAddress}</label>
        <p id="relay-note" class={isRelayStuck.value ? "problem" : "quiet"}>
          {isRelayStuck.value ? words.relayStuck : isRelayMissing ? words.noRelay : words.relayOnly}
        </p>
      </div>
      <input
        id="relay-only"
        class="switch"
        type="checkbox"
        role="switch"
        aria-describedby="relay-note"
        aria-disabled={isUnusable}
        checked={isRelayOnly.value}
        onClick={(event) => isUnusable && event.preventDefault()}
        onChange={(event) => actions.setRelayOnly(event.currentTarget.checked)}
      />
    </div>
  );
}
