/** Exports the people of this browser to a file and imports them from one, over the first screen. A call comes before it. */

import { effect, useSignal } from "@preact/signals";
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { cleanName } from "../../identity/name.ts";
import { mergePeople } from "../../kept/people/contacts.ts";
import { FILE_BYTES_MAX, openPeople, sealPeople } from "./sealed_people.ts";
import { type Actions, frontCall, knownPeers } from "../../model/state.ts";
import { peopleFile as english } from "../../words/en/home/people_file.ts";
import { firstWords } from "../../words/first_words.ts";
import { createPart } from "../../words/language.ts";

const PASSPHRASE_MIN = 8;
/** Until the browser has begun to save the file. */
const BEGIN_MS = 60_000;

const fileWords = createPart("home", "peopleFile", english);

type FileProps = { readonly change: Actions["changePeople"] };

/** Opens over the page until it is closed by its button, Escape or a press beside it. */
export function showPeopleFile(change: FileProps["change"]): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<PeopleFile change={change} onClose={remove} />, place);
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  [link.href, link.download] = [url, "people.json"];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGIN_MS);
}

function PeopleFile({ change, onClose }: FileProps & { readonly onClose: () => void }) {
  const [ref, fileRef] = [useRef<HTMLDialogElement>(null), useRef<HTMLInputElement>(null)];
  const [passphrase, isBusy] = [useSignal(""), useSignal(false)];
  const said = useSignal<(() => string) | null>(null);
  const words = fileWords.value;
  useLayoutEffect(() => {
    ref.current?.showModal();
    // At once: what shows the call takes the focus, and cannot while this is before it.
    return effect(() => {
      if (frontCall.value !== null) ref.current?.close();
    });
  }, []);

  /** Acts where there is a passphrase, and nothing else goes on; what it says is shown. */
  const run = async (act: () => Promise<() => string>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      said.value = await act();
    } finally {
      isBusy.value = false;
    }
  };
  const isShort = () => {
    if (passphrase.value.length >= PASSPHRASE_MIN) return false;
    said.value = () => fileWords.value.tooShort;
    return true;
  };
  const exportPeople = () =>
    isShort() ? undefined : void run(async () => {
      const people = knownPeers.peek();
      save(await sealPeople(people, passphrase.value));
      return () => fileWords.value.exported(people.length);
    });
  const importPeople = (file: File) =>
    void run(async () => {
      if (file.size > FILE_BYTES_MAX) return () => fileWords.value.tooLarge;
      const people = await openPeople(await file.text(), passphrase.value, cleanName);
      if (typeof people === "string") return () => fileWords.value[people];
      change((known) => mergePeople(known, people));
      return () => fileWords.value.imported(people.length);
    });

  return (
    <dialog
      ref={ref}
      class="panel person-panel"
      aria-labelledby="people-file-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      <div>
        <h2 id="people-file-title" tabIndex={-1} autofocus>{firstWords.value.people}</h2>
        <p class="quiet">{words.note}</p>
        <label>
          <span>{words.passphrase}</span>
          <input
            class="field"
            type="password"
            autocomplete="off"
            value={passphrase.value}
            onInput={({ currentTarget }) => passphrase.value = currentTarget.value}
          />
        </label>
        <div class="calls">
          <button
            type="button"
            class="button tonal"
            disabled={isBusy.value || knownPeers.value.length === 0}
            onClick={exportPeople}
          >
            {words.export}
          </button>
          <button
            type="button"
            class="button tonal"
            disabled={isBusy.value}
            onClick={() => isShort() || fileRef.current?.click()}
          >
            {words.import}
          </button>
        </div>
        <input
          ref={fileRef}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) importPeople(file);
            currentTarget.value = "";
          }}
        />
        <p role="status">{said.value?.() ?? ""}</p>
        <div class="steps">
          <button type="button" class="button primary" onClick={() => ref.current?.close()}>{words.done}</button>
        </div>
      </div>
    </dialog>
  );
}
