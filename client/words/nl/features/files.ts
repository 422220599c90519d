/** What is said of files that two people send each other, in Dutch. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

export const files: FilesWords = {
  title: "Bestanden",
  close: "Bestanden sluiten",
  send: "Bestand versturen",
  sendFolder: "Map versturen",
  drop: (who) => `Zet bestanden hier neer om ze aan ${who} aan te bieden`,
  empty: "Kies bestanden, sleep ze hierheen of plak ze. Zodra ze zijn geaccepteerd, gaan ze rechtstreeks naar " +
    "de browser van de ander.",
  tooMany: "Dat is te veel tegelijk. Verstuur maximaal 1.000 bestanden en 64 GB, of wacht tot de lopende " +
    "overdrachten klaar zijn.",
  offered: (who, what, size) => `${who} wil je ${what} sturen (${size}).`,
  count: plural({
    one: () => "1 bestand",
    other: (count) => `${count} bestanden`,
  }),
  accept: "Bestand accepteren",
  decline: "Weigeren",
  pause: "Overdracht pauzeren",
  resume: "Overdracht hervatten",
  cancel: "Overdracht annuleren",
  save: "Opslaan",
  remove: "Uit de lijst halen",
  youSend: "Jij verstuurt:",
  theySend: (who) => `${who} verstuurt:`,
  waiting: (who) => `Wachten tot ${who} accepteert`,
  ofAll: (done, all) => `${done} van ${all}`,
  eachSecond: (size) => `${size} per seconde`,
  left: (duration) => `nog ${duration}`,
  paused: "Gepauzeerd",
  interrupted: (who) => `Onderbroken. Het gaat verder zodra ${who} terug is en het bestand open heeft.`,
  unsaved: (who) => `Wachten tot ${who} het opslaat`,
  sent: "Verstuurd",
  received: "Ontvangen. Sla het op voordat je weggaat.",
  saved: "Opgeslagen",
  declined: (who) => `${who} heeft geweigerd.`,
  cancelled: "Geannuleerd",
  problems: {
    "no-room": "Er is geen plaats voor op dit apparaat. Maak ruimte vrij en accepteer het opnieuw.",
    memory:
      "Deze browser kan hier maar tot 256 MB aannemen. Open de pagina in een andere browser, of buiten de privémodus.",
    storage: "Het kon niet worden opgeslagen. Maak ruimte vrij op dit apparaat en probeer het opnieuw.",
    unasked: "Deze browser kon niet vragen waar het moet worden opgeslagen. Druk nog eens om het te downloaden.",
    unreadable: "Het bestand is verplaatst of gewijzigd. Kies het opnieuw.",
    corrupt: "Het is beschadigd aangekomen. Vraag om het opnieuw te versturen.",
    unavailable: "Het kon niet worden verstuurd. Probeer het opnieuw, of vraag de ander de pagina opnieuw te laden.",
  },
  underWay: (what, share) => `${what}: ${share} klaar`,
};
