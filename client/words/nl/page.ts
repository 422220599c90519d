/** What every page says, in Dutch. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Videobellen",
  check: "Verbindingstest",
  yourVideo: "Je video",
  status: {
    "insecure": "Bellen kan niet vanaf deze pagina: die is zonder HTTPS geopend.",
    "keyless": "Bellen kan niet met deze browser: hij heeft geen Ed25519-sleutels. Gebruik Chrome of Edge 137, " +
      "Firefox 129, Safari 17 of nieuwer.",
    "no-webrtc": "Bellen kan niet met deze browser: WebRTC staat uit. Zet het aan of gebruik een andere browser.",
    "connecting": "Verbinden met de server…",
    "registered": "Klaar om te bellen",
    "lost": "De server is niet bereikbaar. Nieuwe poging…",
    "refused": "De server herkent dit adres niet. Open de pagina op het gewone adres. Nieuwe poging…",
    "limited": "Er komt te veel uit je netwerk naar deze server. Blijf hier, het gaat straks vanzelf verder.",
    "replaced": "Open in te veel tabbladen. Dit tabblad pauzeert tot je erop terugkomt.",
    "incomplete": "Deze pagina is niet helemaal geladen. Laad de pagina opnieuw om te bellen en bereikbaar te zijn.",
  },
};
