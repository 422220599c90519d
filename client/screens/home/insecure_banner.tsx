/**
 * Says on a page without HTTPS what calls need it for, and what to do: to whoever was sent a link, be it cut off, to ask
 * for another; to all others, who may run the server, how to get HTTPS.
 */

import { insecure } from "../../words/en/insecure.ts";
import { createPart, gap } from "../../words/language.ts";
import { WarningIcon } from "../pieces/icons.tsx";

const insecureWords = createPart("first", "insecure", insecure);

export function InsecureBanner({ isGuest }: { isGuest: boolean }) {
  const words = insecureWords.value;
  return (
    <section class="banner" aria-label={words.callsNeedHttps}>
      <WarningIcon />
      <p>
        {words.whyHttps(<b dir="ltr">https://</b>, <b>localhost</b>)}
        {gap.value}
        {isGuest || location.hash !== "" ? words.askForHttps : words.startHttps(
          <code dir="ltr">deno task start:lan</code>,
          <code dir="ltr">chrome://flags/#unsafely-treat-insecure-origin-as-secure</code>,
          <code dir="ltr">{location.origin}</code>,
        )}
      </p>
    </section>
  );
}
