/** What is said of a call that is over, in Dutch: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "Gesprek beëindigd",
    cancelled: "Oproep geannuleerd",
    missed: "Gemiste oproep",
    tooLate: "Al opgehangen",
    declined: "Oproep geweigerd",
    busy: "In gesprek",
    unanswered: "Geen antwoord",
    answeredElsewhere: "Elders opgenomen",
    declinedElsewhere: "Elders geweigerd",
    unavailable: "Niet bereikbaar",
    heldBack: "Te vaak gebeld",
    impossible: "Bellen niet mogelijk",
    offline: "Bellen mislukt",
    stopped: "Gesprek gestopt",
    lost: "Verbinding verbroken",
    failed: "Geen verbinding",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Je hebt ${duration} met ${who} gesproken.`,
  hungUpEarly: "Je hing op voordat er verbinding was.",
  theyHungUpEarly: (who) => `${who} hing op voordat er verbinding was. Bel opnieuw.`,
  cancelled: (who) => `Je stopte met bellen voordat ${who} opnam.`,
  missed: (who, at) => at === null ? `${who} heeft je gebeld.` : `${who} heeft je om ${at} gebeld.`,
  callToReach: "Bel terug als je wilt.",
  vanished: (who, at) =>
    at === null
      ? `${who} heeft je gebeld, maar was weg voordat je kon opnemen. Bel terug als je wilt.`
      : `${who} heeft je om ${at} gebeld, maar was weg voordat je kon opnemen. Bel terug als je wilt.`,
  tooLate: (who) => `${who} hing op voordat je antwoord aankwam. Bel terug als je wilt.`,
  theyDeclined: (who) => `${who} kan nu niet praten. Probeer het later opnieuw.`,
  youDeclined: (who) => `Je hebt de oproep van ${who} geweigerd. Bel terug wanneer het je uitkomt.`,
  theyWereBusy: (who) => `${who} is met iemand anders in gesprek. Probeer het over een paar minuten opnieuw.`,
  youWereBusy: "Je was in een ander gesprek.",
  unanswered: (who, at) =>
    at === null
      ? `${who} nam niet op. Probeer het later opnieuw.`
      : `${who} nam om ${at} niet op. Probeer het later opnieuw.`,
  answeredElsewhere: (who) => `Je hebt de oproep van ${who} in een ander tabblad of op een ander apparaat opgenomen.`,
  declinedElsewhere: (who) => `Je hebt de oproep van ${who} in een ander tabblad of op een ander apparaat geweigerd.`,
  unavailable: (who) => `${who} is nu niet bereikbaar. Probeer het opnieuw, of stuur je link.`,
  heldBack: (who) => `Vanuit je netwerk is ${who} in korte tijd te vaak gebeld. Wacht een minuut en bel dan opnieuw.`,
  unsupported: (who) =>
    `De browser van ${who} kan geen gesprekken aannemen. Vraag om daar de verbindingstest te openen, die ` +
    "zegt waarom, " +
    "of om een andere browser te gebruiken.",
  incompatible: (who) =>
    `Jouw browser en die van ${who} konden het niet eens worden over een verbinding. Werk beide bij, of ` +
    "probeer een andere browser.",
  noWebRtc: "WebRTC staat uit in je browser, daarom kan hij niet bellen. Zet het aan, of bel opnieuw vanuit een " +
    "andere browser.",
  unprepared: "Je browser kon het gesprek niet voorbereiden. Laad deze pagina opnieuw en bel nog eens, of gebruik " +
    "een andere browser.",
  offline: (who) =>
    `Deze pagina was niet met de server verbonden, dus de oproep heeft ${who} niet bereikt. Controleer ` +
    "je netwerk en bel opnieuw.",
  keyless: "Deze pagina heeft geen sleutel om te bewijzen dat jij belt. Open de pagina op het https://-adres in " +
    "een actuele browser, en bel opnieuw.",
  changed: (who) => `Iemand ertussen heeft veranderd wat de browser van ${who} stuurde. Daarom is het gesprek gestopt.`,
  overAnotherNetwork: "Bel opnieuw via een ander netwerk.",
  unsigned: (who) =>
    `Het antwoord was niet door ${who} ondertekend, dus misschien heeft iemand ertussen het veranderd. ` +
    "Er is niets gezien of gehoord. Vraag om de pagina aan de andere kant opnieuw te laden, en bel " +
    "opnieuw. Gebeurt het weer, gebruik dan een ander netwerk of een andere server.",
  otherKey: (who) =>
    `Deze oproep had de ID van ${who}, maar niet de bijbehorende sleutel, en kwam dus van iemand anders. ` +
    "Neem op een andere manier contact op, en neem geen oproepen van deze ID aan.",
  remoteUnverified: (who) =>
    `De browser van ${who} kon niet verifiëren dat deze oproep van jou komt, en heeft hem gestopt. Laad ` +
    "deze pagina opnieuw en bel nog eens. Gebeurt het weer, gebruik dan een ander netwerk.",
  theyFoundDiffering: (who) =>
    `${who} heeft gemerkt dat er misschien iemand tussen jullie zit. Vertrouw niet op wat er is gezegd. ` +
    "Bel via een ander netwerk, of neem op een andere manier contact op.",
  wordsDiffered: (who) =>
    `De woorden kwamen niet overeen, dus misschien zit er iemand tussen jou en ${who}. Vertrouw niet op ` +
    "wat er is gezegd. Bel via een ander netwerk, of neem op een andere manier contact op.",
  flooded: (who) =>
    `De browser van ${who} stuurde veel meer dan een gesprek nodig heeft. Daarom is het gesprek gestopt. ` +
    "Wil je nog praten, vraag dan om de pagina aan de andere kant opnieuw te laden, en bel opnieuw.",
  remoteFlooded: (who) =>
    `Je browser stuurde veel meer dan een gesprek nodig heeft. Daarom heeft die van ${who} het gesprek ` +
    "gestopt. Laad deze pagina opnieuw en bel nog eens.",
  lost: (who) => `De verbinding met ${who} kwam niet terug.`,
  checkNetwork: "Controleer je netwerk en bel opnieuw.",
  pageGone: (who) => `De pagina van ${who} is gesloten of opnieuw geladen.`,
  callToGoOn: "Bel opnieuw om verder te praten.",
  over: (who) => `${who} heeft het gesprek beëindigd. Bel opnieuw om te praten.`,
  keepTrying: "Blijven proberen",
  saveContact: "Contact opslaan",
  contactSaved: "Contact opgeslagen",

  noConnection: (who) => `Er kwam geen verbinding met ${who} tot stand.`,
  foundHere: {
    "no-path": (who) => `Geen verbinding met ${who}: je browser vond geen weg, ook niet via de relay.`,
    "no-path-and-no-relay": (who) =>
      `Geen verbinding met ${who}: je browser vond geen directe weg, en deze server biedt geen relay.`,
    "relay-refused": (who) => `Geen verbinding met ${who}: de relay heeft je browser geweigerd.`,
    "relay-unreachable": (who) => `Geen verbinding met ${who}: je browser kreeg geen antwoord van de relay.`,
    "relay-only-and-no-relay": (who) =>
      `Geen verbinding met ${who}: je browser mag alleen een relay gebruiken, en deze server biedt er geen.`,
    "peer-silent": (who) => `Geen verbinding met ${who}: je browser hoorde niets van de andere kant.`,
  },
  foundThere: {
    "no-path": (who) => `De browser van ${who} vond geen weg, ook niet via de relay.`,
    "no-path-and-no-relay": (who) => `De browser van ${who} vond geen directe weg, en deze server biedt geen relay.`,
    "relay-refused": (who) => `De relay heeft de browser van ${who} geweigerd.`,
    "relay-unreachable": (who) => `De browser van ${who} kreeg geen antwoord van de relay.`,
    "relay-only-and-no-relay": (who) =>
      `De browser van ${who} mag alleen een relay gebruiken, en deze server biedt er geen.`,
    "peer-silent": (who) => `De browser van ${who} hoorde niets van jouw browser.`,
  },
  tryNetwork: "Probeer een ander netwerk.",
  tryNetworkOrAsk: "Probeer een ander netwerk, of vraag de beheerder van deze server naar de relay.",
  showAddressOrAsk: "Zet ‘Mijn IP-adres verbergen’ uit, of vraag de beheerder van deze server naar de relay.",
};
