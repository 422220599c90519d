/** What a page says that came without HTTPS, in English; its type is what every language says. */

import type { Rich } from "../grammar/rich.ts";

export const insecure = {
  callsNeedHttps: "Calls need HTTPS",
  whyHttps: <Node>(https: Node, localhost: Node): Rich<Node> => [
    "Calls need HTTPS: browsers give camera, microphone and a key only to pages opened over ",
    https,
    " or from ",
    localhost,
    ".",
  ],
  askForHttps: "Ask whoever sent you the link for one that begins with https://.",
  startHttps: <Node>(command: Node, flag: Node, origin: Node): Rich<Node> => [
    "If the server is yours, start it with ",
    command,
    " or put HTTPS in front of it, or open the page from localhost; to try it on this address, open ",
    flag,
    ", add ",
    origin,
    " and restart the browser.",
  ],
};

export type InsecureWords = typeof insecure;
