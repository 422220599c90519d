/**
 * What there is to do about one of the people listed, over the first screen until it is closed. A call comes before it.
 * Loaded when it is asked for; what the list has already, it is handed.
 */

import { effect, type ReadonlySignal, useSignal } from "@preact/signals";
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { NAME_LENGTH_MAX } from "../../../signaling/protocol.ts";
import { ALWAYS_MS, forget, mute, rename, setSaved, tomorrowMorning } from "../../kept/people/contacts.ts";
import { isMuted, type KnownPeer } from "../../kept/people/known_peers.ts";
import { frontCall, obstacle } from "../../model/state.ts";
import type { PeopleWords } from "../../words/en/home/people.ts";
import { locale } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";
import { BlockButton } from "../pieces/block_button.tsx";
import { CameraIcon, PhoneIcon } from "../pieces/icons.tsx";
import { PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { unable } from "../pieces/unable.ts";
import type { Person } from "./list_people.ts";
import type { PeopleProps } from "./person_row.tsx";

const HOUR_MS = 3_600_000;
/** Of the next day at the latest. */
const MOMENT = { weekday: "long", hour: "numeric", minute: "2-digit" } as const;

type PanelProps = PeopleProps & {
  /** Finds them as they are now; undefined once they are not listed any more. */
  readonly find: () => Person | undefined;
  readonly words: ReadonlySignal<PeopleWords>;
  readonly detailsOf: (person: Person) => string[];
};

/** Opens over the page until it is closed by its button, Escape or a press beside it. */
export function showPerson(props: PanelProps): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<PersonPanel {...props} onClose={remove} />, place);
}

function PersonPanel({ onClose, ...props }: PanelProps & { readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    ref.current?.showModal();
    // At once: what shows the call takes the focus, and cannot while this is before it.
    return effect(() => {
      if (frontCall.value !== null || props.find() === undefined) ref.current?.close();
    });
  }, []);
  const person = props.find();
  return (
    <dialog
      ref={ref}
      class="panel person-panel"
      aria-labelledby="person-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      {person !== undefined && <Content {...props} person={person} close={() => ref.current?.close()} />}
    </dialog>
  );
}

type ContentProps = PanelProps & { readonly person: Person; readonly close: () => void };

function Content(props: ContentProps) {
  const { person, words: { value: words }, detailsOf, actions, close } = props;
  const { peerId, name, known } = person;
  const isForgetting = useSignal(false);
  const isSaved = (known?.savedAtMs ?? null) !== null;
  const verified = (known?.verifiedAtMs ?? null) === null ? [] : [words.verified];
  const save = () => {
    const savedAtMs = isSaved ? null : Date.now();
    actions.changePeople((people) => setSaved(people, peerId, savedAtMs));
  };
  return (
    <div>
      <header>
        <PeerMark peerId={peerId} name={name} />
        <div>
          <h2 id="person-title" tabIndex={-1} autofocus dir="auto">{name ?? <PeerIdText peerId={peerId} />}</h2>
          {name !== null && (
            <p class="quiet">
              <PeerIdText peerId={peerId} />
            </p>
          )}
          <p class="quiet">{[...verified, ...detailsOf(person)].join(" · ")}</p>
        </div>
      </header>
      <CallButtons {...props} />
      <button type="button" class="button tonal" onClick={save}>
        {isSaved ? words.removeContact : words.saveContact}
      </button>
      {known !== null && <OwnName known={known} words={words} actions={actions} />}
      {known !== null && <Mute known={known} words={words} actions={actions} />}
      {isForgetting.value
        ? <ForgetQuestion {...props} cancel={() => isForgetting.value = false} />
        : (
          <div class="steps">
            <BlockButton peer={{ remotePeerId: peerId, remoteName: name }} actions={actions} />
            <button type="button" class="button plain" onClick={() => isForgetting.value = true}>{words.forget}</button>
            <button type="button" class="button primary" onClick={close}>{words.done}</button>
          </div>
        )}
    </div>
  );
}

function CallButtons({ person: { peerId, name }, words: { value: words }, call, close }: ContentProps) {
  const who = isolate(name ?? peerId);
  const use = (options?: { readonly video: boolean }) => {
    if (obstacle.peek() !== null) return;
    close();
    call(peerId, options);
  };
  return (
    <div class="calls">
      <button
        type="button"
        class="button tonal"
        aria-label={words.videoCallTo(who)}
        {...unable()}
        onClick={() => use()}
      >
        <CameraIcon />
        {words.videoCall}
      </button>
      <button
        type="button"
        class="button tonal"
        aria-label={words.voiceCallTo(who)}
        {...unable()}
        onClick={() => use({ video: false })}
      >
        <PhoneIcon />
        {words.voiceCall}
      </button>
    </div>
  );
}

type PartProps = Pick<PeopleProps, "actions"> & { readonly known: KnownPeer; readonly words: PeopleWords };

function OwnName({ known: { peerId, ownName, shownName }, words, actions }: PartProps) {
  const change = (text: string) => actions.changePeople((people) => rename(people, peerId, text));
  return (
    <label>
      <span>{words.yourName}</span>
      <input
        class="field"
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={NAME_LENGTH_MAX}
        placeholder={shownName ?? ""}
        value={ownName ?? ""}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <span class="quiet">{words.yourNameNote}</span>
    </label>
  );
}

function Mute({ known, words, actions }: PartProps) {
  const { peerId, mutedUntilMs = null } = known;
  const isOn = isMuted([known], peerId, Date.now());
  const isForever = isOn && mutedUntilMs === ALWAYS_MS;
  const choose = (choice: string) => {
    const nowMs = Date.now();
    const ends: Record<string, number> = { hour: nowMs + HOUR_MS, tomorrow: tomorrowMorning(nowMs), always: ALWAYS_MS };
    actions.changePeople((people) => mute(people, peerId, ends[choice] ?? null));
  };
  const end = new Date(isOn && mutedUntilMs !== null && !isForever ? mutedUntilMs : 0);
  return (
    <label>
      <span>{words.mute}</span>
      <select
        class="field"
        value={isForever ? "always" : isOn ? "until" : ""}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{words.notMuted}</option>
        {isOn && !isForever && (
          <option value="until">
            {words.mutedUntil(end.toLocaleString(locale.value, MOMENT))}
          </option>
        )}
        <option value="hour">{words.forAnHour}</option>
        <option value="tomorrow">{words.untilTomorrow}</option>
        <option value="always">{words.always}</option>
      </select>
      <span class="quiet">{words.muteNote}</span>
    </label>
  );
}

function ForgetQuestion({ person, words: { value: words }, actions, cancel }: ContentProps & { cancel: () => void }) {
  const { peerId, name } = person;
  const act = () => {
    actions.clearMissedCalls(peerId);
    actions.changePeople((people) => forget(people, peerId));
  };
  return (
    <div role="group" aria-labelledby="forget-question">
      <p id="forget-question">{words.forgetAsk(isolate(name ?? peerId))}</p>
      <div class="steps">
        <button type="button" class="button tonal" autofocus onClick={cancel}>{words.cancel}</button>
        <button type="button" class="button danger" onClick={act}>{words.forget}</button>
      </div>
    </div>
  );
}
