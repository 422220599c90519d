/** What every page says, in Italian. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Videochiamate",
  check: "Test della connessione",
  yourVideo: "Il tuo video",
  status: {
    "insecure": "Questa pagina non può chiamare: è stata aperta senza HTTPS.",
    "keyless": "Questo browser non può chiamare: non ha chiavi Ed25519. " +
      "Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versione successiva.",
    "no-webrtc": "Questo browser non può chiamare: WebRTC è disattivato. Attivalo o usa un altro browser.",
    "connecting": "Connessione al server…",
    "registered": "Tutto pronto per le chiamate",
    "lost": "Server non raggiungibile. Nuovo tentativo…",
    "refused": "Il server non riconosce questo indirizzo. Apri la pagina al suo indirizzo abituale. Nuovo tentativo…",
    "limited": "Questo server riceve troppo dalla tua rete. Resta qui: tra un po’ riprenderà da solo.",
    "replaced": "Aperta in troppe schede. Questa è in pausa finché non ci torni.",
    "incomplete": "Questa pagina non si è caricata del tutto. Ricaricala per chiamare e ricevere chiamate.",
  },
};
