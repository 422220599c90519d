/** A round button with a drawing in it, named by what a press does next. */

import type { ComponentChildren } from "preact";

type Props = {
  readonly name: string;
  /** Beside the usual look, as classes; null for none. */
  readonly look: string | null;
  /** What else there is to know of a press, as the description; null for nothing. */
  readonly note?: string | null;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
};

export function Control({ name, look, note = null, onPress, children }: Props) {
  return (
    <button type="button" class={`control ${look ?? ""}`} title={note ?? name} aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}
