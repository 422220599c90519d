/** Says on a page without HTTPS what calls need it for, and what whoever runs the server can do. */

import { insecure } from "../../words/en/insecure.ts";
import { createPart } from "../../words/language.ts";
import { WarningIcon } from "../pieces/icons.tsx";

const insecureWords = createPart("first", "insecure", insecure);

export function InsecureBanner({ isGuest }: { isGuest: boolean }) {
  const words = insecureWords.value;
  return (
    <section class="banner" aria-label={words.callsNeedHttps}>
      <WarningIcon />
      <p>
        {words.whyHttps(<b dir="ltr">https://</b>, <b>localhost</b>)} {isGuest && `${words.askForHttps} `}
        {words.startHttps(
          <code dir="ltr">deno task start:lan</code>,
          <code dir="ltr">chrome://flags/#unsafely-treat-insecure-origin-as-secure</code>,
          <code dir="ltr">{location.origin}</code>,
        )}
      </p>
    </section>
  );
}
