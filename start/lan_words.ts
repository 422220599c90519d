/** What `deno task start:lan` says: where the page is, for eyes and for a camera, and what browsers will object to. */

import { encodeQR } from "qr";
import { createUrl } from "./lan_addresses.ts";

export interface LanOptions {
  readonly addresses: readonly string[];
  /** Under which it may be found as well; null if there is none. */
  readonly name: string | null;
  readonly port: number;
  /** Whether a terminal shows it, and may show colours: a code must be dark on light, whatever the terminal's are. */
  readonly hasColours: boolean;
}

const BLACK_ON_WHITE = "\x1b[97;40m";
const RESET = "\x1b[0m";

/** Draws two rows of the code in each line, the light parts as blocks. */
export function drawCode(text: string, hasColours: boolean): string {
  const lines = encodeQR(text, "ascii").trimEnd().split("\n");
  return lines.map((line) => hasColours ? `${BLACK_ON_WHITE}${line}${RESET}` : line).join("\n");
}

export function describeLan({ addresses, name, port, hasColours }: LanOptions): string {
  const [first] = addresses;
  if (first === undefined) {
    return "This machine is in no network now, so nobody else can open the page. Connect it, and start again.";
  }
  const places = addresses.map((address) => {
    const url = createUrl(address, port);
    return `  ${url}\n\n${drawCode(url, hasColours)}\n`;
  });
  const named = name === null ? [] : [`Where names of the network are known, also ${createUrl(name, port)}\n`];
  return [
    "Open this on a phone or another machine in this network:\n",
    ...places,
    ...named,
    "The browser will warn, since only this machine vouches for its certificate. Go on, once for each browser:",
    `  Chrome, Edge   Advanced → Proceed to ${first}`,
    "  Safari         Show Details → visit this website → Visit Website",
    "  Firefox        Advanced → Accept the Risk and Continue",
    `By http:// nothing answers. If nothing comes up at all, open TCP port ${port} in this machine's firewall.\n`,
  ].join("\n");
}
