/**
 * A second ID for this tab, for whoever opens or types their own link: all tabs of a browser are one person, and so
 * nobody could try a call alone.
 */

import { attempt } from "../bounds/attempt.ts";
import { readPeerId } from "../identity/peer_id_text.ts";
import { setTrial } from "../identity/trial.ts";
import { identityLifetime, linkedPeerId, localPeerId } from "../model/state.ts";
import { dialText } from "../screens/home/dial_form.tsx";
import type { AppWords } from "../words/en/home/app.ts";

/** What it offers now; null where there is no reason to. */
export function secondIdOffer(
  words: AppWords,
): { readonly text: string; readonly label: string; readonly act: () => void } | null {
  if (identityLifetime.value === "trial") {
    return {
      text: words.trial,
      label: words.useUsual,
      act: () => change(false),
    };
  }
  const own = localPeerId.value;
  if (own === null || (linkedPeerId.value !== own && readPeerId(dialText.value) !== own)) return null;
  return { text: words.ownLink, label: words.trySecond, act: () => change(true) };
}

function change(isOn: boolean): void {
  attempt("change the ID of this tab", () => {
    setTrial(isOn);
    location.reload();
  });
}
