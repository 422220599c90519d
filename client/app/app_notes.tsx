/** What the first screen offers at its end: a newer version of the page, a second ID to try it with, to have it as an app. */

import { app as english } from "../words/en/home/app.ts";
import { createPart } from "../words/language.ts";
import { hasNewVersion } from "./app_worker.ts";
import { declineInstall, install, installWay } from "./install_offer.ts";
import { secondIdOffer } from "./second_id.ts";

const appWords = createPart("home", "app", english);

export function AppNotes() {
  const [words, way] = [appWords.value, installWay.value];
  const offer = hasNewVersion.value
    ? { text: words.newVersion, label: words.reload, act: () => location.reload() }
    : secondIdOffer(words);
  if (offer !== null) {
    return (
      <section class="panel left-call" role="status">
        <p>{offer.text}</p>
        <div class="next-steps">
          <button type="button" class="button tonal" onClick={offer.act}>{offer.label}</button>
        </div>
      </section>
    );
  }
  if (way === null) return null;
  return (
    <section class="panel left-call" aria-labelledby="app-title">
      <div>
        <h2 id="app-title">{words.title}</h2>
        <span class="quiet">{way === "browser" ? words.why : words.whyHomeScreen}</span>
      </div>
      <div class="next-steps">
        <button type="button" class="button tonal" onClick={declineInstall}>{words.notNow}</button>
        {way === "browser" && (
          <button type="button" class="button primary" onClick={() => void install()}>{words.install}</button>
        )}
      </div>
    </section>
  );
}
