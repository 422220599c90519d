/** What the page says of itself as an app, in Dutch. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Als app gebruiken",
  install: "Installeren",
  notNow: "Niet nu",
  why: "Opent met één tik, ook zonder netwerk, en de browser bewaart je ID en je contacten langer.",
  whyHomeScreen:
    "Safari vergeet je ID na zeven dagen zonder bezoek. Een app op het beginscherm bewaart een eigen ID, " +
    "en die is nieuw. Tik op ‘Deel’ en dan op ‘Zet op beginscherm’.",
  ownLink: "Dit is je eigen link. Elk tabblad van deze browser heeft jouw ID, dus hier zou niemand opnemen.",
  trySecond: "Probeer het met een tweede ID",
  trial: "Dit tabblad heeft een tweede ID tot je het sluit of opnieuw laadt. Bel je gewone ID: die gaat over " +
    "in je andere tabblad.",
  useUsual: "Mijn gewone ID gebruiken",
  newVersion: "Er is een nieuwere versie van deze pagina.",
  reload: "Opnieuw laden",
};
