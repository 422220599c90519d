/**
 * What a key press asks for in a call: a shortcut, or, with Space held, to be heard for as long. Not while somebody types,
 * and not where the key has a meaning of its own. Knows no screen; `keyboard_screen.tsx` joins it to the page.
 */

export type KeyPressesOptions = {
  readonly isMac: boolean;
  readonly areSingleKeysOn: () => boolean;
  readonly isMuted: () => boolean;
  setMuted(isMuted: boolean): void;
  /** Runs the shortcut of this key, and tells whether there is one. */
  press(key: string): boolean;
};

/** What of the press this needs. */
export type KeyPress =
  & Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing" | "preventDefault">
  & { readonly target: unknown };

const TYPED_IN = "input, textarea, select, [contenteditable]";
/** What Space itself means something to. */
const TAKES_SPACE = `${TYPED_IN}, button, a, summary, [role=dialog], [role=log], [popover]`;
/** As in Meet. */
const WITH_CTRL: Readonly<Record<string, string>> = { d: "m", e: "v" };

export class KeyPresses {
  readonly #options: KeyPressesOptions;
  /** Space is held, and lets the person be heard. */
  #isTalking = false;

  constructor(options: KeyPressesOptions) {
    this.#options = options;
  }

  handleDown(event: KeyPress): void {
    const { ctrlKey, metaKey, altKey, repeat, isComposing, target } = event;
    if (event.key === " " && this.#isTalking) return event.preventDefault(); // It repeats while it is held.
    if (altKey || repeat || isComposing) return;
    const { isMac, areSingleKeysOn, isMuted, setMuted, press } = this.#options;
    const key = readKey(event);
    if (ctrlKey || metaKey) {
      const meant = (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey) ? WITH_CTRL[key] : undefined;
      if (meant !== undefined && press(meant)) event.preventDefault();
      return;
    }
    if (!areSingleKeysOn()) return;
    if (event.key !== " ") {
      if (!isIn(target, TYPED_IN) && press(key)) event.preventDefault();
    } else if (!isIn(target, TAKES_SPACE) && isMuted()) {
      event.preventDefault();
      this.#isTalking = true;
      setMuted(false);
    }
  }

  handleUp({ key }: Pick<KeyPress, "key">): void {
    if (key === " ") this.release();
  }

  /** Space is let go of, or nobody could tell any more that it is. */
  release(): void {
    if (!this.#isTalking) return;
    this.#isTalking = false;
    this.#options.setMuted(true);
  }
}

/** The letter on the key, whatever script the keyboard writes. */
function readKey({ key, code }: KeyPress): string {
  if (/^[a-z?]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) && !/^[\x21-\x7e]$/.test(key) ? code.slice(3).toLowerCase() : key;
}

function isIn(target: unknown, selector: string): boolean {
  const { closest } = Object(target) as Partial<Element>;
  return (closest?.call(target as Element, selector) ?? null) !== null;
}
