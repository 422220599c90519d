/** What is said of how good a call's connection is, and its details, in Italian. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Connessione",
  levels: ["Connessione pessima", "Connessione scarsa", "Connessione discreta", "Connessione buona"],
  losing: {
    own: "La tua connessione sta perdendo l’audio.",
    theirs: (who) => `La connessione di ${who} sta perdendo l’audio.`,
    both: "La connessione sta perdendo l’audio.",
  },
  slow: {
    own: "La tua connessione è lenta.",
    theirs: (who) => `La connessione di ${who} è lenta.`,
    both: "La connessione è lenta.",
  },
  busy: {
    own: "Questo dispositivo non tiene il passo.",
    theirs: (who) => `Il dispositivo di ${who} non tiene il passo.`,
  },
  directBy: (protocol) => `Diretta, via ${protocol}`,
  relayedBy: (protocol) => `Attraverso un relay, via ${protocol}`,
};

export const details: DetailWords = {
  received: "Ricevi",
  sent: "Invii",
  roundTrip: "Andata e ritorno",
  delay: "Ritardo",
  lost: "Audio perso",
  picture: "Immagine",
  rate: "Velocità",
  repeats: "Audio ripetuto",
  path: "Percorso",
  codecs: "Codec",
  encryption: "Crittografia",
  close: "Chiudi",
  kept: "L’andamento delle ultime chiamate resta su questo dispositivo, senza nomi.",
  exportRecords: "Esporta",
  deleteRecords: "Elimina",
};
