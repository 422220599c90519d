/** The connection check's composition root. */

import { effect } from "@preact/signals";
import { render } from "preact";
import "../../page/own_scripts.ts";
import { followLaunches } from "../../page/launches.ts";
import { takeOver } from "../../page/take_over.ts";
import { keptStore } from "../../kept/kept_store.ts";
import { isMarkedRelayOnly, parseRelayOnly, RELAY_ONLY_KEY } from "../../kept/relay_only.ts";
import { checkWords } from "./check_words.ts";
import { showInLanguage } from "../../words/choice.ts";
import { CheckPage } from "./check_page.tsx";
import { runChecks } from "./run.ts";
import { isRelayOnly } from "./state.ts";

keptStore.follow(RELAY_ONLY_KEY, (stored) => isRelayOnly.value = parseRelayOnly(stored) ?? isMarkedRelayOnly());
void keptStore.load();
const socketUrl = new URL("socket", location.href).href; // Beside the page, wherever that is.
void showInLanguage(() =>
  takeOver(() => {}, (root) => render(<CheckPage onStart={() => void runChecks(socketUrl)} />, root))
);
followLaunches(() => false);
// What stands in the page itself.
effect(() => {
  document.title = checkWords.value.pageTitle;
  document.querySelector(".bundle > span")?.replaceChildren(checkWords.value.version);
});
