/** What is said of ringing, and of when there is none, in Dutch. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "‘Niet storen’ staat aan.",
  quietUntil: (time) => `‘Niet storen’ tot ${time}.`,
  tapOnce: "Tik één keer, dan kan deze pagina geluid maken bij een oproep.",
  didNotLoad: "Deze instellingen zijn niet geladen. Controleer je verbinding en probeer het opnieuw.",
  done: "Klaar",

  doNotDisturb: "Niet storen",
  whatQuietIs: "Oproepen maken geen geluid en houden zich op de achtergrond. Je vindt ze bij de gemiste oproepen.",
  forAnHour: "1 uur lang",
  daily: "Elke dag",
  from: "Van",
  to: "Tot",
  noTime: "Beide tijden zijn gelijk, dus dit verandert niets.",

  tone: "Beltoon",
  tones: { classic: "Klassiek", chimes: "Klokjes", drops: "Druppels", telephone: "Telefoon" },
  testRing: "Beltoon testen",
  toneNote: "Zo luid als dit apparaat is ingesteld.",
  heard: "Je zou het nu moeten horen. Zo niet, zet dit apparaat dan harder.",
  unheard: "Deze browser laat de pagina geen geluid maken. Sta geluid toe in de site-instellingen en controleer " +
    "de luidspreker.",

  notify: "Meldingen",
  notifyNote: "Krijg een melding als iemand belt terwijl je naar iets anders kijkt.",
  notified: "Je krijgt een melding als iemand belt, zolang deze pagina open is.",
  notifyDenied:
    "Deze browser blokkeert meldingen van deze pagina. Sta ze toe in de site-instellingen en laad de pagina opnieuw.",
  notifyUnable:
    "Deze browser toont geen meldingen voor een pagina als deze. Oproepen gaan wel over zolang die open is.",
  missedStranger: "Gemiste oproep van iemand die je niet kent",
};
