/** What the connection check says, in Dutch. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Niet getest, omdat deze browser van hieruit niet kan bellen.";
const untested = "Niet getest, omdat de server niet heeft gezegd wat hij biedt.";

export const check: CheckWords = {
  pageTitle: "Verbindingstest – Videobellen",
  version: "Versie van de pagina",
  intro: "Test je camera, microfoon, luidspreker en elke weg die een gesprek kan nemen. Dat duurt ongeveer 15 " +
    "seconden, zet je camera en microfoon aan, en neemt niets op.",
  start: "Starten",
  checking: "Testen…",
  again: "Opnieuw testen",
  yes: "Ja",
  no: "Nee",
  playAgain: "Opnieuw afspelen",
  microphoneLevel: "Microfoonniveau",
  copyReport: "Rapport kopiëren",
  report: "Rapport",
  reportCopied: "Rapport gekopieerd. Er staan geen adressen in. Stuur het naar wie je helpt.",
  reportByHand: "Kopieer de tekst hieronder. Er staan geen adressen in.",
  reportTitle: (at) => `Verbindingstest, ${at} UTC`,
  reportBrowser: (browser) => `Browser: ${browser}`,
  notChecked: "niet getest",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Browser", devices: "Apparaten", network: "Netwerk", calls: "Gesprekken" },
  titles: {
    "browser": "Deze browser",
    "camera": "Camera",
    "microphone": "Microfoon",
    "speaker": "Luidspreker",
    "socket": "Verbinding met de server",
    "stun": "Adres opzoeken (STUN)",
    "turn-udp": "Relay via UDP",
    "turn-tcp": "Relay via TCP",
    "turn-tls": "Relay via TLS",
    "direct": "Gesprek binnen deze browser",
    "relayed": "Gesprek via de relay",
  },
  activities: {
    "browser": "De browser wordt bekeken…",
    "camera": "De camera gaat aan. Sta het toe als de browser erom vraagt.",
    "microphone": "De microfoon luistert. Zeg iets.",
    "speaker": "Er klinkt een toon…",
    "socket": "Contact met de server…",
    "stun": "Je adres wordt opgezocht…",
    "turn-udp": "Contact met de relay via UDP…",
    "turn-tcp": "Contact met de relay via TCP…",
    "turn-tls": "Contact met de relay via TLS…",
    "direct": "Bellen binnen deze browser…",
    "relayed": "Bellen via de relay…",
  },

  browser: {
    "works": ["Hiermee kun je bellen.", null],
    "insecure": [
      "Bellen kan hier niet, omdat deze pagina zonder HTTPS is geopend.",
      "Open de pagina op het https://-adres, of vraag om zo’n link. Is de server van jou, zet er " +
      "dan HTTPS voor of open de pagina vanaf localhost.",
    ],
    "keyless": [
      "Hij kent geen Ed25519-sleutels, waarmee gesprekken worden geverifieerd.",
      "Gebruik Chrome of Edge 137, Firefox 129, Safari 17 of nieuwer.",
    ],
    "no-webrtc": [
      "WebRTC, dat gesprekken mogelijk maakt, staat uit.",
      "Zet het aan in de instellingen van de browser, zet extensies uit die het blokkeren, of gebruik " +
      "een andere browser.",
    ],
  },
  camera: {
    "works": ["Werkt.", null],
    "asked": ["De browser vraagt er nog om.", "Kies ‘Toestaan’ boven in het venster en test opnieuw."],
    "silenced": [
      "Het systeem heeft de camera uitgezet.",
      "Zet hem aan met de schakelaar of in de systeeminstellingen.",
    ],
    "denied": ["Geblokkeerd voor deze pagina.", "Sta de camera toe naast het adres van de pagina en test opnieuw."],
    "not-found": ["Geen camera gevonden.", "Sluit er een aan en test opnieuw."],
    "in-use": ["Een ander programma gebruikt de camera.", "Sluit dat programma en test opnieuw."],
    "insecure": [
      "Browsers staan de camera alleen toe op HTTPS-pagina’s.",
      "Open deze pagina op het https://-adres.",
    ],
    "failed": ["De camera is niet gestart.", "Koppel hem los, sluit hem weer aan en test opnieuw."],
  },
  microphone: {
    "works": ["Hoort je.", null],
    "silent": [
      "Staat aan, maar bleef stil.",
      "Zeg iets en kijk naar de balk. Blijft die stil, zet de microfoon dan aan of kies een andere in de " +
      "systeeminstellingen.",
    ],
    "unmeasured": ["Staat aan. Deze browser zegt niet hoe luid het is.", null],
    "asked": ["De browser vraagt er nog om.", "Kies ‘Toestaan’ boven in het venster en test opnieuw."],
    "silenced": [
      "Het systeem heeft de microfoon uitgezet.",
      "Zet hem aan met de schakelaar of in de systeeminstellingen.",
    ],
    "denied": ["Geblokkeerd voor deze pagina.", "Sta de microfoon toe naast het adres van de pagina en test opnieuw."],
    "not-found": ["Geen microfoon gevonden.", "Sluit er een aan en test opnieuw."],
    "in-use": ["Een ander programma gebruikt de microfoon.", "Sluit dat programma en test opnieuw."],
    "insecure": [
      "Browsers staan de microfoon alleen toe op HTTPS-pagina’s.",
      "Open deze pagina op het https://-adres.",
    ],
    "failed": ["De microfoon is niet gestart.", "Koppel hem los, sluit hem weer aan en test opnieuw."],
  },
  speaker: {
    "works": ["Je hebt de toon gehoord.", null],
    "not-heard": [
      "Je hebt de toon niet gehoord.",
      "Zet het volume hoger en kies de juiste luidspreker of koptelefoon in de systeeminstellingen.",
    ],
    "failed": [
      "De browser heeft de toon niet afgespeeld.",
      "Sluit een luidspreker aan of laat deze pagina geluid afspelen, en test opnieuw.",
    ],
    "unanswered": ["Heb je de toon gehoord?", null],
  },
  socket: {
    works: "Werkt.",
    worksWithin: (roundTrip) => `Werkt, ${roundTrip} heen en terug.`,
    "refused": [
      "De server heeft deze pagina niet toegelaten.",
      "Probeer het over een minuut opnieuw, of vraag de beheerder van deze server ernaar te kijken.",
    ],
    "other-host": [
      "De server heeft een andere naam dan die in de adresbalk.",
      "Open de pagina op het gewone adres, of vraag de beheerder van deze server PUBLIC_HOST op deze " +
      "naam te zetten of de proxy de Host-header te laten doorgeven.",
    ],
    unreachable: ["De server antwoordt niet.", "Controleer je netwerk en test opnieuw."],
    startIt: "Test over een minuut opnieuw, of vraag de beheerder van deze server hem te starten.",
    cutEverywhere: "Zet een VPN of proxy uit, of probeer een ander netwerk. Gebeurt het overal, vraag de beheerder " +
      "van deze server dan de proxy WebSockets te laten doorgeven.",
    laterAgain: "Test over een minuut opnieuw.",
  },
  stun: {
    "works": ["Werkt: anderen kunnen de weg naar jou vinden.", null],
    "not-offered": [
      "Niet aangeboden door deze server. Gesprekken lukken alleen binnen één netwerk of via een relay.",
      "Vraag de beheerder van deze server STUN_PORT of STUN_URLS in te stellen.",
    ],
    "no-answer": [
      "Geen antwoord. Dit netwerk blokkeert misschien UDP.",
      "Probeer een ander netwerk, of vertrouw op de relay.",
    ],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Niet getest, omdat de server op dit apparaat zelf draait.", null],
  },
  turn: {
    "works": ["Werkt.", null],
    "not-offered": ["Niet aangeboden door deze server.", null],
    "refused": [
      "De relay heeft de inloggegevens van deze server geweigerd.",
      "Vraag de beheerder van deze server TURN_SECRET op het geheim van de relay te zetten, en de klok " +
      "gelijk te zetten.",
    ],
    "full": ["De relay heeft nu geen plaats.", "Probeer het later opnieuw."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Geen antwoord via ${protocol}.`,
  turnSilentNext: {
    UDP: "Dit netwerk blokkeert het misschien, of de relay biedt geen UDP. Probeer een ander netwerk.",
    TCP: "Dit netwerk blokkeert het misschien, of de relay biedt geen TCP. Probeer een ander netwerk.",
    TLS:
      "Dit netwerk blokkeert het misschien, of het certificaat van de relay is niet geldig. Probeer een ander netwerk.",
  },
  flow: {
    works: (measure) => `Het werkt: ${measure}.`,
    poor: (measure) => `Er is verbinding, maar een slechte: ${measure}.`,
    over: (rate, protocol) => `${rate} via ${protocol}`,
    nothingLost: "niets verloren",
    lost: (share) => `${share} verloren`,
    thereAndBack: (roundTrip) => `${roundTrip} heen en terug`,
    directPoor: "Sluit andere programma’s en tabbladen en test opnieuw.",
    relayedPoor: "Ga dichter bij de router zitten of gebruik een kabel, en test opnieuw.",
    directFailed: [
      "Deze browser maakt geen verbinding.",
      "Zet extensies en instellingen uit die WebRTC blokkeren, of gebruik een andere browser.",
    ],
    relayedFailed: [
      "Via de relay kwam geen gesprek door.",
      "Vraag de beheerder van deze server na te gaan wat de relay verbiedt.",
    ],
    notOffered: ["Deze server biedt geen relay.", "Vraag de beheerder van deze server er een toe te voegen."],
    untested: ["Niet getest, omdat de relay niet te gebruiken is.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Je kunt bellen",
    notNow: "Je kunt nu niet bellen",
    notFromPage: "Vanaf deze pagina kun je niet bellen",
    notFromBrowser: "Met deze browser kun je niet bellen",
    notHidden: "Zolang je je IP-adres verbergt, lukt bellen niet",
    likelyFail: "Vanuit dit netwerk lukt bellen waarschijnlijk niet",
    seeBelow: "Hieronder staat wat je kunt doen.",
    noConnection: "Deze browser kan niet eens met zichzelf verbinden. Zet extensies en instellingen uit die WebRTC " +
      "blokkeren, of gebruik een andere browser.",
    orDontHide: "Of zet ‘Mijn IP-adres verbergen’ uit op de startpagina.",
    blocksUdp: "Dit netwerk lijkt UDP te blokkeren, dat nodig is voor directe gesprekken. Probeer een ander netwerk.",
    noStun: "Bellen naar andere netwerken mislukt meestal: deze server heeft geen STUN.",
    mayFail: "Op netwerken met strenge regels kan bellen mislukken.",
    aroundBlock: (protocol) =>
      `Dit netwerk lijkt UDP te blokkeren, dus gesprekken lopen via de relay over ${protocol}.`,
    onlyRelay: "Deze browser kan niet direct verbinden, dus gesprekken lopen via de relay.",
    aroundBlocks: (protocol) => `Op netwerken die UDP blokkeren, lopen gesprekken via de relay over ${protocol}.`,
    relayOverUdp: "De relay helpt waar geen directe weg is. Op netwerken die UDP blokkeren, mislukt bellen.",
    offerTcp: "Vraag de beheerder van deze server de relay ook via TCP aan te bieden.",
    slowRelay:
      "De weg via de relay is traag of verliest pakketten: ga dichter bij de router zitten, of gebruik een kabel.",
    noRelay: "Deze server biedt geen relay. Vraag de beheerder van deze server er een toe te voegen.",
    relayRefuses: "De relay weigert de inloggegevens van deze server. Vraag de beheerder van deze server TURN_SECRET " +
      "op het geheim van de relay te zetten.",
    relayFull:
      "De relay heeft geen plaats. Probeer het later opnieuw, of vraag de beheerder van deze server om meer plaats.",
    relaySilent:
      "De relay antwoordt niet. Probeer een ander netwerk, of vraag de beheerder van deze server ernaar te kijken.",
    relayForbids: "De relay laat geen gesprek door. Vraag de beheerder van deze server na te gaan wat die verbiedt.",
    unseenAndUnheard: "Anderen zien en horen je niet: kijk hieronder bij camera en microfoon.",
    unseen: "Anderen zien je niet: kijk hieronder bij de camera.",
    silent: "Anderen horen je misschien niet: de microfoon bleef stil.",
    unheard: "Anderen horen je niet: kijk hieronder bij de microfoon.",
    deaf: "Misschien hoor je anderen niet: kijk hieronder bij de luidspreker.",
  },
};
