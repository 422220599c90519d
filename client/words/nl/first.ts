/** What the first screen says, in Dutch; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("nl");

export const first: FirstWords = {
  untaken: (who, why) => `${who} heeft gebeld. ${why}`,
  tabLifetime:
    "Deze ID geldt maar tot je dit tabblad sluit, want de browser bewaart niets voor deze pagina. Verlaat de " +
    "privémodus om een ID te krijgen die blijft.",
  framedLifetime: "Binnen een andere website heb je misschien een andere ID.",
  unansweredLifetime:
    "De opslag van de browser reageert niet, daarom heeft dit tabblad een eigen ID tot je het sluit. " +
    "Start de browser opnieuw om je gewone ID terug te krijgen.",
  unread: "De opslag van de browser reageert niet. Daardoor ontbreken je naam en gemiste oproepen, en gelden " +
    "wijzigingen maar tot je dit tabblad sluit. Laad deze pagina opnieuw of start de browser opnieuw.",
  damaged: "Een deel van wat de browser voor deze pagina heeft bewaard, is niet leesbaar. Controleer je naam, " +
    "‘Mijn IP-adres verbergen’ en wie je hebt geblokkeerd.",
  reachable: "Iedereen met je link kan je bellen zolang deze pagina open is.",
  linkCopied: "Link gekopieerd. Stuur hem naar wie jou moet bellen.",
  idCopied: "ID gekopieerd. Stuur hem naar wie jou moet bellen.",
  copyByHand: "Geselecteerd. Kopieer met Ctrl + C, of ⌘ C op een Mac.",
  unreadableId: "Een ID ziet er zo uit: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Typ een ID of plak een link.",
  brokenLink: "Deze link is niet compleet. Vraag er opnieuw om, of typ de ID.",
  ownId: "Dat is je eigen ID. Anderen gebruiken die om jou te bellen.",
  hiddenAndNoRelay: "Zet ‘Mijn IP-adres verbergen’ uit om te bellen.",
  relayOnly: "Gesprekken lopen via een relay. Anderen zien je adres niet.",
  noRelay: "Hiervoor is een relay nodig, en deze server biedt er geen.",
  relayStuck: "Deze server biedt geen relay, dus gesprekken komen niet tot stand. Zet dit uit om te bellen.",
  blocked: "Geblokkeerd. Deze persoon kan je niet meer bellen en krijgt daar geen bericht van.",

  language: "Taal",
  unspoken: (name) => `${name} is niet geladen. Controleer je verbinding en kies de taal opnieuw.`,
  tagline: "Gesprekken gaan van browser naar browser, end-to-end versleuteld.",
  invitation: (id) => [id, " bellen?"],
  byLink: "Je hebt de link van deze persoon geopend.",
  namedByLink: "Deze naam komt uit de link. Na het eerste gesprek weet je of hij klopt.",
  seesId: "Je ID wordt zichtbaar voor deze persoon.",
  seesIdAndName: "Je ID en je naam worden zichtbaar voor deze persoon.",
  yourId: "Je ID",
  copy: "Kopiëren",
  copyLink: "Link kopiëren",
  shareLink: "Link delen",
  qrCode: "QR-code",
  scanMe: "Scan dit om mij te bellen",
  closeQr: "Sluiten",
  qrMissing: "De QR-code is niet geladen. Controleer je verbinding en laad deze pagina opnieuw.",
  callMe: "Bel mij",
  ringing: "Belsignaal",
  people: "Mensen",
  textToCopy: "Tekst om te kopiëren",
  idOrLink: "ID of link",
  pasteOrType: "Plak een link of typ een ID",
  call: "Bellen",
  yourName: "Je naam",
  nameUse: "Zichtbaar voor wie je spreekt en voor iedereen die je link opent.",
  optional: "Optioneel",
  hideAddress: "Mijn IP-adres verbergen",

  unverified: plural({
    one: () => "1 oproep kon niet worden geverifieerd en ging daarom niet over.",
    other: (count) => `${count} oproepen konden niet worden geverifieerd en gingen daarom niet over.`,
  }),
  untakenCount: plural({
    one: () => "Er kwam 1 oproep, maar deze pagina kan er geen aannemen.",
    other: (count) => `Er kwamen ${count} oproepen, maar deze pagina kan er geen aannemen.`,
  }),
  block: "Blokkeren",
};
