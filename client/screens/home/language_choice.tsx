/** The choice of language. Each language is listed by its own name. */

import type { Actions } from "../../model/state.ts";
import { unspoken } from "../../words/choice.ts";
import { firstWords } from "../../words/first_words.ts";
import { type Language, LANGUAGES, nameOfLanguage } from "../../words/grammar/languages.ts";
import { language } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";

/** As the document has it already: to make the names of fifteen keeps a browser busy for longer than the rest of the screen. */
function readName(tag: Language): string {
  return globalThis.document?.querySelector(`.language [value=${tag}]`)?.textContent ?? nameOfLanguage(tag);
}

export function LanguageChoice({ actions }: { actions: Actions }) {
  // Where the chosen one does not come, this draws the one again that is in use.
  const missing = unspoken.value;
  return (
    <>
      <select
        class="language"
        aria-label={firstWords.value.language}
        value={language.value}
        onChange={({ currentTarget }) => actions.setLanguage(currentTarget.value as Language)}
      >
        {LANGUAGES.map((tag) => <option key={tag} value={tag} lang={tag}>{readName(tag)}</option>)}
      </select>
      {missing !== null && (
        <p class="problem" role="alert">{firstWords.value.unspoken(isolate(nameOfLanguage(missing)))}</p>
      )}
    </>
  );
}
