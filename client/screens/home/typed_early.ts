/** Keeps what a person typed or switched on the first screen before its script was there. */

import type { Actions } from "../../model/state.ts";
import { dialText } from "./dial_form.tsx";

export function keepTyped({ id, value, checked }: HTMLInputElement, actions: Actions): void {
  if (id === "dial-field") dialText.value = value;
  else if (id === "name-field") actions.setName(value);
  else if (id === "relay-only") actions.setRelayOnly(checked);
}
