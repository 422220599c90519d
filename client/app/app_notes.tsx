/** What the first screen says of the page as an app: that it can be one, or that there is a newer version of it. */

import { app as english } from "../words/en/home/app.ts";
import { createPart } from "../words/language.ts";
import { hasNewVersion } from "./app_worker.ts";
import { declineInstall, install, installWay } from "./install_offer.ts";

const appWords = createPart("home", "app", english);

export function AppNotes() {
  const [words, way] = [appWords.value, installWay.value];
  if (hasNewVersion.value) {
    return (
      <section class="panel left-call" role="status">
        <p>{words.newVersion}</p>
        <div class="next-steps">
          <button type="button" class="button primary" onClick={() => location.reload()}>{words.reload}</button>
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
