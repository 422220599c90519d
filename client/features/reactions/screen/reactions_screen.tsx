/**
 * Reactions and raised hands in a call: the row to choose from and the hand's button among what the bar has no room for,
 * what floats up over the picture, and who has a hand up. All of it is said to whoever hears the page.
 */

import type { CallView } from "../../../conversation/call_views.ts";
import { readView } from "../../../feature/feature.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import type { Actions } from "../../../model/state.ts";
import { reactions as english } from "../../../words/en/features/reactions.ts";
import { createPart, joinSentences } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import { REACTIONS, REACTIONS_KEY, type ReactionsView } from "../reactions_key.ts";
import { Drawing } from "./reaction_drawings.tsx";

type Props = { readonly call: CallView; readonly actions: Actions };

const HAND_KEY = "h";
const NOTHING: ReactionsView = { shown: [], isHandUp: false, isRemoteHandUp: false };

const words = createPart("call", "reactions", english);

function viewOf({ features }: CallView): ReactionsView {
  return readView(features, REACTIONS_KEY) ?? NOTHING;
}

function turnHand(call: CallView, actions: Actions): void {
  actions.useFeature(call.callId, REACTIONS_KEY, (feature) => feature.setHand(!feature.view.isHandUp));
}

function handWord(call: CallView): string {
  return viewOf(call).isHandUp ? words.value.lowerHand : words.value.raiseHand;
}

function ReactionMenu({ call, actions }: Props) {
  return (
    <>
      <div class="reactions" role="group" aria-label={words.value.title}>
        {REACTIONS.map((reaction) => (
          <button
            key={reaction}
            type="button"
            title={words.value.names[reaction]}
            popovertarget="more-menu" // What it sends would float behind the menu.
            popovertargetaction="hide"
            aria-label={words.value.names[reaction]}
            onClick={() => actions.useFeature(call.callId, REACTIONS_KEY, (feature) => feature.react(reaction))}
          >
            <Drawing name={reaction} />
          </button>
        ))}
      </div>
      <button type="button" class="menu-item" onClick={() => turnHand(call, actions)}>
        <Drawing name="hand" />
        <span>{handWord(call)}</span>
        <kbd aria-hidden="true">{HAND_KEY.toUpperCase()}</kbd>
      </button>
    </>
  );
}

function Hands({ call, actions }: Props) {
  const { isHandUp, isRemoteHandUp } = viewOf(call);
  return (
    <>
      {isRemoteHandUp && (
        <p class="chip hand">
          <Drawing name="hand" />
          <span>{words.value.handIsUp(<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}</span>
        </p>
      )}
      {isHandUp && (
        <p class="chip hand own-hand">
          <Drawing name="hand" />
          <span>{words.value.yourHandIsUp}</span>
          <button type="button" class="button tonal" onClick={() => turnHand(call, actions)}>
            {words.value.lowerHand}
          </button>
        </p>
      )}
    </>
  );
}

function Floating({ call }: Props) {
  const { shown, isRemoteHandUp } = viewOf(call);
  const last = shown.findLast(({ isOwn }) => !isOwn);
  const who = whoOf(call);
  const said = joinSentences(
    isRemoteHandUp && words.value.handIsUpAloud(who),
    last && words.value.reacted[last.reaction](who),
  );
  return (
    <>
      <p class="unseen" role="status">{said}</p>
      <div class="floating" aria-hidden="true">
        {shown.map(({ key, reaction, isOwn }) => (
          <span key={key} class={isOwn ? `${reaction} mine` : reaction} style={{ "--lane": key % 5 }}>
            <Drawing name={reaction} />
          </span>
        ))}
      </div>
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: REACTIONS_KEY.name,
  Notice: Hands,
  Layer: Floating,
  Menu: ReactionMenu,
  shortcuts: [{ key: HAND_KEY, say: handWord, press: turnHand }],
};
