/** Shows the parts of features in the places that the stage has for them, and says so if they did not load. */

import { areScreensMissing, loadFeatureScreens, screensBeside, screensOf } from "../../features/feature_screens.ts";
import { callWords } from "../../words/call_words.ts";
import { WarningIcon } from "../pieces/icons.tsx";
import type { FeaturePlace } from "../../model/feature_screen.ts";
import type { Actions } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";

type Props = { readonly place: FeaturePlace; readonly call: CallView; readonly actions: Actions };

export function FeatureParts({ place, call, actions }: Props) {
  const screens = screensOf(call);
  return (
    <>
      {screens.map(({ name, [place]: Part }) => Part && <Part key={name} {...{ call, actions, screens }} />)}
    </>
  );
}

/** Shows what they have beside every screen. */
export function Beside({ actions }: { readonly actions: Actions }) {
  return <>{screensBeside().map((screen) => screen?.Beside && <screen.Beside key={screen.name} actions={actions} />)}
  </>;
}

/** Says that what features show has not all come, and tries it again at a press; a call goes on without. */
export function FeaturesMissing() {
  if (!areScreensMissing.value) return null;
  return (
    <p class="chip request" role="alert">
      <WarningIcon />
      <span>{callWords.value.featuresMissing}</span>
      <button type="button" class="button tonal" onClick={loadFeatureScreens}>{callWords.value.tryAgain}</button>
    </p>
  );
}
