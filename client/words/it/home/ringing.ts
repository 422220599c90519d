/** What is said of ringing, and of when there is none, in Italian. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "“Non disturbare” è attivo.",
  quietUntil: (time) => `“Non disturbare” attivo fino alle ore ${time}.`,
  tapOnce: "Tocca una volta per permettere a questa pagina di squillare.",
  didNotLoad: "Queste impostazioni non si sono caricate. Controlla la connessione, poi riprova.",
  done: "Fine",

  doNotDisturb: "Non disturbare",
  whatQuietIs: "Le chiamate non squillano e non disturbano. Le trovi tra le chiamate perse.",
  forAnHour: "Per 1 ora",
  daily: "Ogni giorno",
  from: "Dalle",
  to: "Alle",
  noTime: "I due orari sono uguali, quindi non cambia nulla.",

  tone: "Suoneria",
  tones: { classic: "Classica", chimes: "Campanelle", drops: "Gocce", telephone: "Telefono" },
  testRing: "Prova suoneria",
  toneNote: "Al volume di questo dispositivo.",
  heard: "Ora dovresti sentirla. Altrimenti alza il volume di questo dispositivo.",
  unheard: "Questo browser non lascia squillare la pagina. Consenti l’audio nelle impostazioni del sito e controlla " +
    "l’altoparlante.",

  notify: "Avvisami",
  notifyNote: "Ricevi una notifica quando qualcuno chiama mentre stai guardando altro.",
  notified: "Riceverai una notifica quando qualcuno chiama, finché questa pagina è aperta.",
  notifyDenied:
    "Questo browser blocca le notifiche di questa pagina. Consentile nelle impostazioni del sito, poi ricarica la " +
    "pagina.",
  notifyUnable:
    "Questo browser non mostra notifiche per una pagina come questa. Le chiamate squillano comunque finché è " +
    "aperta.",
  missedStranger: "Chiamata persa da qualcuno che non conosci",
};
