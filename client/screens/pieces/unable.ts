/**
 * The attributes of a control that is useless because no call can be made. It stays reachable, so that a screen reader
 * finds it, and is described by the status line.
 */

import { obstacle } from "../../model/state.ts";

export function unable(): { "aria-disabled"?: true; "aria-describedby"?: "line" } {
  return obstacle.value === null ? {} : { "aria-disabled": true, "aria-describedby": "line" };
}
