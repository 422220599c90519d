/**
 * The people of this browser, in one list: whose calls nobody took, whom the person has saved, and with whom they have
 * talked. Loaded once there is somebody; shows nothing when there is nobody.
 */

import { computed, useSignal } from "@preact/signals";
import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PeerId } from "../../../signaling/protocol.ts";
import { blockedPeers } from "../../kept/people/blocked_peers.ts";
import { missedCalls } from "../../kept/people/missed_calls.ts";
import { arePeopleSeen } from "../../model/presence.ts";
import { type Actions, frontCall, knownPeers } from "../../model/state.ts";
import { loadStyle } from "../../page/style.ts";
import { firstWords } from "../../words/first_words.ts";
import { notify } from "../pieces/copy.tsx";
import { ShareIcon } from "../pieces/icons.tsx";
import { BlockedPeople } from "./blocked_people.tsx";
import { findPeople, type Group, listPeople, type Person } from "./list_people.ts";
import { detailsOf, type PeopleProps, PersonRow } from "./person_row.tsx";
import { peopleWords } from "./people_words.ts";

/** People from whom on there is a field to search them. */
const SEARCHED_MIN = 8;
/** People that are drawn at first, and further with each press. */
const PIECE = 50;

const allPeople = computed(() =>
  listPeople({ known: knownPeers.value, missed: missedCalls.value, blocked: blockedPeers.value })
);

export function People(props: PeopleProps) {
  const words = peopleWords.value;
  const [query, drawnMax] = [useSignal(""), useSignal(PIECE)];
  const all = allPeople.value;
  const isSearched = all.length >= SEARCHED_MIN;
  const found = isSearched ? findPeople(all, query.value) : all;
  if (all.length + blockedPeers.value.length === 0) return null;
  return (
    <Seen>
      <header>
        <h2 id="people">{firstWords.value.people}</h2>
        <button
          type="button"
          class="button"
          title={words.file}
          aria-label={words.file}
          aria-haspopup="dialog"
          onClick={() => props.actions.openPeopleFile(props.actions.changePeople)}
        >
          <ShareIcon />
        </button>
      </header>
      {isSearched && (
        <input
          class="field"
          type="text"
          aria-label={words.search}
          placeholder={words.search}
          autocomplete="off"
          value={query.value}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value;
            drawnMax.value = PIECE;
          }}
        />
      )}
      {all.length > 0 && (
        <div class="rows">
          <Rows {...props} people={found.slice(0, drawnMax.value)} />
          {found.length === 0 && <p class="quiet" role="status">{words.noneFound}</p>}
          {found.length > drawnMax.value && (
            <button
              type="button"
              class="button plain"
              onClick={() => drawnMax.value += PIECE}
            >
              {words.showMore}
            </button>
          )}
        </div>
      )}
      <BlockedPeople actions={props.actions} />
    </Seen>
  );
}

function Rows({ people, ...props }: PeopleProps & { readonly people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <ul aria-label={firstWords.value.people}>
      {people.map((person, index) => (
        <Fragment key={person.peerId}>
          <Headings group={person.group} before={people[index - 1]?.group ?? null} actions={props.actions} />
          <PersonRow
            person={person}
            call={(options) => props.call(person.peerId, options)}
            open={() => void openPerson(person.peerId, props)}
          />
        </Fragment>
      ))}
    </ul>
  );
}

type HeadingsProps = { readonly group: Group; readonly before: Group | null; readonly actions: Actions };

/** What stands above the first of a group; nothing above people alone. */
function Headings({ group, before, actions }: HeadingsProps) {
  const words = peopleWords.value;
  if (group === before || group === "others" && before === null) return null;
  return (
    <>
      {before === null && (
        <li class="group">
          <h3>{words.missedCalls}</h3>
          <button type="button" class="button plain" onClick={() => actions.clearMissedCalls()}>{words.clear}</button>
        </li>
      )}
      {group !== "missed" && (
        <li class="group">
          {group === "strangers" ? <h4>{words.strangers}</h4> : <h3>{words.others}</h3>}
        </li>
      )}
    </>
  );
}

/** Tells whether the person sees the list, for those who ask who is there. */
function Seen({ children }: { readonly children: ComponentChildren }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    let isInView = false;
    const tell = () => arePeopleSeen.value = isInView && document.visibilityState === "visible";
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      tell();
    });
    if (ref.current !== null) observer.observe(ref.current);
    document.addEventListener("visibilitychange", tell);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", tell);
      arePeopleSeen.value = false;
    };
  }, []);
  return <section ref={ref} class="panel people" aria-labelledby="people">{children}</section>;
}

let isOpening = false;

/** Opens what there is to do about somebody, which is loaded then. */
async function openPerson(peerId: PeerId, props: PeopleProps): Promise<void> {
  if (isOpening) return;
  isOpening = true;
  try {
    const [{ showPerson }] = await Promise.all([import("./person_panel.tsx"), loadStyle("call")]);
    const find = () => allPeople.value.find((person) => person.peerId === peerId);
    if (frontCall.peek() === null) showPerson({ ...props, find, words: peopleWords, detailsOf });
  } catch (error) {
    console.warn("Cannot show a person:", error);
    notify(peopleWords.peek().didNotLoad);
  } finally {
    isOpening = false;
  }
}
