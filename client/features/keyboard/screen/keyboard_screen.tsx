/**
 * The keys of a call: those of microphone and camera, those that other screens bring along, and the list of them all. No
 * key acts while somebody types, and single keys can be turned off (WCAG 2.2, 2.1.4).
 */

import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { FeaturePartProps, FeatureScreen, Shortcut } from "../../../model/feature_screen.ts";
import { isSilent } from "../../../model/silence.ts";
import { localMedia } from "../../../model/state.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import { keyboard as english } from "../../../words/en/features/keyboard.ts";
import { createPart } from "../../../words/language.ts";
import { KeyPresses } from "../key_presses.ts";

const words = createPart("call", "keyboard", english);
const isListOpen = signal(false);
/** Whether keys act without Ctrl or ⌘; until the page is closed. */
const areSingleKeysOn = signal(true);

const OWN: readonly Shortcut[] = [
  { key: "m", say: () => words.value.microphone, press: (_, actions) => actions.setMuted(!isSilent()) },
  {
    key: "v",
    say: () => words.value.camera,
    press: (_, actions) => actions.setCameraOn(!localMedia.peek().isCameraOn),
  },
  { key: "?", say: () => words.value.list, press: () => isListOpen.value = !isListOpen.peek() },
];

function findShortcuts({ screens }: FeaturePartProps): Shortcut[] {
  return [...OWN, ...screens.flatMap(({ shortcuts }) => shortcuts ?? [])];
}

/** Where the focus was before the list was opened. */
let returnTo: Element | null = null;

function closeList(): void {
  isListOpen.value = false;
  if (returnTo instanceof HTMLElement) returnTo.focus({ preventScroll: true });
}

function Keys(props: FeaturePartProps) {
  const propsRef = useRef(props);
  propsRef.current = props;
  useEffect(() => {
    const presses = new KeyPresses({
      isMac: /mac/i.test(navigator.platform),
      areSingleKeysOn: () => areSingleKeysOn.peek(),
      isMuted: () => localMedia.peek().isMuted,
      setMuted: (isMuted) => propsRef.current.actions.setMuted(isMuted),
      press(key) {
        const { call, actions, screens } = propsRef.current;
        const shortcut = findShortcuts(propsRef.current).find((each) => each.key === key);
        shortcut?.press(call, actions, screens);
        return shortcut !== undefined;
      },
    });
    const release = () => presses.release();
    const down = (event: KeyboardEvent) => presses.handleDown(event);
    const up = (event: KeyboardEvent) => presses.handleUp(event);
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    addEventListener("blur", release);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
      removeEventListener("blur", release);
      release();
      isListOpen.value = false;
    };
  }, []);
  return isListOpen.value ? <List {...props} /> : null;
}

function List(props: FeaturePartProps) {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    returnTo = document.activeElement;
    ref.current?.focus({ preventScroll: true });
  }, []);
  const { title, close, space, talk, singleKeys } = words.value;
  return (
    <section
      ref={ref}
      class="shortcuts"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && closeList()}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="close" title={close} aria-label={close} onClick={closeList}>
          <CrossIcon />
        </button>
      </header>
      <dl>
        {findShortcuts(props).map(({ key, say }) => <Row key={key} name={key.toUpperCase()} says={say(props.call)} />)}
        <Row name={space} says={talk} />
      </dl>
      <label>
        <input
          type="checkbox"
          checked={areSingleKeysOn.value}
          onChange={({ currentTarget }) => areSingleKeysOn.value = currentTarget.checked}
        />
        {singleKeys}
      </label>
    </section>
  );
}

function Row({ name, says }: { name: string; says: string }) {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{says}</dd>
    </div>
  );
}

function ListItem() {
  return (
    <button
      type="button"
      class="menu-item of-keys"
      popovertarget="more-menu"
      popovertargetaction="hide"
      onClick={() => isListOpen.value = true}
    >
      <kbd aria-hidden="true">?</kbd>
      <span>{words.value.title}</span>
    </button>
  );
}

export const SCREEN: FeatureScreen = {
  name: "keyboard",
  isAlwaysShown: true,
  Layer: Keys,
  Menu: ListItem,
  isOpenIn: (_call: CallView) => isListOpen.value,
};
