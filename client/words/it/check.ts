/** What the connection check says, in Italian. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Non verificato, perché questo browser non può chiamare da qui.";
const untested = "Non verificato, perché il server non ha detto che cosa offre.";

export const check: CheckWords = {
  pageTitle: "Test della connessione – Videochiamate",
  version: "Versione della pagina",
  intro:
    "Il test prova la videocamera, il microfono, l’altoparlante e ogni percorso che una chiamata può seguire. Dura circa " +
    "15 secondi, accende videocamera e microfono e non registra nulla.",
  start: "Avvia",
  checking: "Test in corso…",
  again: "Ripeti il test",
  yes: "Sì",
  no: "No",
  playAgain: "Riproduci di nuovo",
  microphoneLevel: "Livello del microfono",
  copyReport: "Copia rapporto",
  report: "Rapporto",
  reportCopied: "Rapporto copiato. Non contiene indirizzi. Invialo a chi ti sta aiutando.",
  reportByHand: "Copia il testo qui sotto. Non contiene indirizzi.",
  reportTitle: (at) => `Test della connessione, ${at} UTC`,
  reportBrowser: (browser) => `Browser: ${browser}`,
  notChecked: "non verificato",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Browser", devices: "Dispositivi", network: "Rete", calls: "Chiamate" },
  titles: {
    "browser": "Questo browser",
    "camera": "Videocamera",
    "microphone": "Microfono",
    "speaker": "Altoparlante",
    "socket": "Connessione al server",
    "stun": "Ricerca dell’indirizzo (STUN)",
    "turn-udp": "Relay via UDP",
    "turn-tcp": "Relay via TCP",
    "turn-tls": "Relay via TLS",
    "direct": "Chiamata in questo browser",
    "relayed": "Chiamata attraverso il relay",
  },
  activities: {
    "browser": "Esame del browser…",
    "camera": "Apertura della videocamera. Consentila se il browser lo chiede.",
    "microphone": "Il microfono è in ascolto. Di’ qualcosa.",
    "speaker": "Riproduzione di un suono…",
    "socket": "Richiesta al server…",
    "stun": "Ricerca del tuo indirizzo…",
    "turn-udp": "Richiesta al relay via UDP…",
    "turn-tcp": "Richiesta al relay via TCP…",
    "turn-tls": "Richiesta al relay via TLS…",
    "direct": "Chiamata in questo browser…",
    "relayed": "Chiamata attraverso il relay…",
  },

  browser: {
    "works": ["Può chiamare.", null],
    "insecure": [
      "Qui non può chiamare, perché questa pagina è stata aperta senza HTTPS.",
      "Apri la pagina al suo indirizzo https:// o chiedilo a chi ti ha inviato il link. Se il server è tuo, metti HTTPS " +
      "davanti al server o apri la pagina da localhost.",
    ],
    "keyless": [
      "Non supporta le chiavi Ed25519, che servono a verificare le chiamate.",
      "Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versione successiva.",
    ],
    "no-webrtc": [
      "WebRTC, che rende possibili le chiamate, è disattivato.",
      "Attivalo nelle impostazioni del browser, disattiva le estensioni che lo bloccano o usa un altro browser.",
    ],
  },
  camera: {
    "works": ["Funziona.", null],
    "asked": [
      "Il browser sta ancora chiedendo il permesso.",
      "Scegli “Consenti” nella parte alta della finestra, poi ripeti il test.",
    ],
    "silenced": [
      "Il sistema l’ha disattivata.",
      "Riattivala con il suo interruttore o nelle impostazioni del sistema.",
    ],
    "denied": [
      "È bloccata per questa pagina.",
      "Consentila accanto all’indirizzo della pagina, poi ripeti il test.",
    ],
    "not-found": ["Nessuna videocamera trovata.", "Collegane una, poi ripeti il test."],
    "in-use": ["Un altro programma la sta usando.", "Chiudi quel programma, poi ripeti il test."],
    "insecure": [
      "I browser consentono la videocamera solo alle pagine HTTPS.",
      "Apri questa pagina al suo indirizzo https://.",
    ],
    "failed": ["Non si è avviata.", "Scollegala e ricollegala, poi ripeti il test."],
  },
  microphone: {
    "works": ["Ti sente.", null],
    "silent": [
      "È attivo, ma non ha captato nulla.",
      "Di’ qualcosa e guarda la barra. Se resta ferma, attiva il microfono o scegline un altro nelle impostazioni del " +
      "sistema.",
    ],
    "unmeasured": ["È attivo. Questo browser non ne indica il volume.", null],
    "asked": [
      "Il browser sta ancora chiedendo il permesso.",
      "Scegli “Consenti” nella parte alta della finestra, poi ripeti il test.",
    ],
    "silenced": [
      "Il sistema l’ha disattivato.",
      "Riattivalo con il suo interruttore o nelle impostazioni del sistema.",
    ],
    "denied": [
      "È bloccato per questa pagina.",
      "Consentilo accanto all’indirizzo della pagina, poi ripeti il test.",
    ],
    "not-found": ["Nessun microfono trovato.", "Collegane uno, poi ripeti il test."],
    "in-use": ["Un altro programma lo sta usando.", "Chiudi quel programma, poi ripeti il test."],
    "insecure": [
      "I browser consentono il microfono solo alle pagine HTTPS.",
      "Apri questa pagina al suo indirizzo https://.",
    ],
    "failed": ["Non si è avviato.", "Scollegalo e ricollegalo, poi ripeti il test."],
  },
  speaker: {
    "works": ["Hai sentito il suono.", null],
    "not-heard": [
      "Non hai sentito il suono.",
      "Alza il volume e scegli l’altoparlante o le cuffie giuste nelle impostazioni del sistema.",
    ],
    "failed": [
      "Il browser non ha riprodotto il suono.",
      "Collega un altoparlante o consenti l’audio a questa pagina, poi ripeti il test.",
    ],
    "unanswered": ["Hai sentito il suono?", null],
  },
  socket: {
    works: "Funziona.",
    worksWithin: (roundTrip) => `Funziona, ${roundTrip} andata e ritorno.`,
    "refused": [
      "Il server non ha accettato questa pagina.",
      "Riprova tra un minuto o chiedi a chi gestisce questo server di controllare.",
    ],
    "other-host": [
      "Il server ha un nome diverso da quello nella barra degli indirizzi.",
      "Apri la pagina al suo indirizzo abituale, o chiedi a chi gestisce questo server di impostare questo in PUBLIC_HOST " +
      "o di far inoltrare al proxy l’intestazione Host.",
    ],
    unreachable: ["Il server non risponde.", "Controlla la rete, poi ripeti il test."],
    startIt: "Ripeti il test tra un minuto o chiedi a chi gestisce questo server di avviarlo.",
    cutEverywhere:
      "Disattiva la VPN o il proxy, o prova un’altra rete. Se succede ovunque, chiedi a chi gestisce questo " +
      "server di far passare i WebSocket dal proxy.",
    laterAgain: "Ripeti il test tra un minuto.",
  },
  stun: {
    "works": ["Funziona: gli altri possono trovare la strada verso di te.", null],
    "not-offered": [
      "Questo server non la offre. Le chiamate riescono solo all’interno di una stessa rete o attraverso un relay.",
      "Chiedi a chi gestisce questo server di impostare STUN_PORT o STUN_URLS.",
    ],
    "no-answer": ["Nessuna risposta. Forse questa rete blocca UDP.", "Prova un’altra rete o affidati al relay."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Non verificato, perché il server è su questo stesso computer.", null],
  },
  turn: {
    "works": ["Funziona.", null],
    "not-offered": ["Questo server non lo offre.", null],
    "refused": [
      "Il relay ha rifiutato le credenziali fornite da questo server.",
      "Chiedi a chi gestisce questo server di mettere in TURN_SECRET il segreto del relay e di regolare l’orologio.",
    ],
    "full": ["Il relay al momento è al completo.", "Riprova più tardi."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Nessuna risposta via ${protocol}.`,
  turnSilentNext: {
    UDP: "Forse questa rete lo blocca o il relay non offre UDP. Prova un’altra rete.",
    TCP: "Forse questa rete lo blocca o il relay non offre TCP. Prova un’altra rete.",
    TLS: "Forse questa rete lo blocca o il certificato del relay non è valido. Prova un’altra rete.",
  },
  flow: {
    works: (measure) => `Funziona: ${measure}.`,
    poor: (measure) => `Si collega, ma male: ${measure}.`,
    over: (rate, protocol) => `${rate} via ${protocol}`,
    nothingLost: "nessuna perdita",
    lost: (share) => `${share} di perdite`,
    thereAndBack: (roundTrip) => `${roundTrip} andata e ritorno`,
    directPoor: "Chiudi altri programmi e schede, poi ripeti il test.",
    relayedPoor: "Avvicinati al router o usa un cavo, poi ripeti il test.",
    directFailed: [
      "Questo browser non riesce a collegarsi.",
      "Disattiva le estensioni e le impostazioni che bloccano WebRTC o usa un altro browser.",
    ],
    relayedFailed: [
      "Nessuna chiamata è passata attraverso il relay.",
      "Chiedi a chi gestisce questo server di controllare che cosa vieta il relay.",
    ],
    notOffered: ["Questo server non offre un relay.", "Chiedi a chi gestisce questo server di aggiungerne uno."],
    untested: ["Non verificato, perché il relay non è utilizzabile.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Puoi chiamare",
    notNow: "Al momento non puoi chiamare",
    notFromPage: "Non puoi chiamare da questa pagina",
    notFromBrowser: "Non puoi chiamare da questo browser",
    notHidden: "Le chiamate non riescono finché nascondi il tuo indirizzo IP",
    likelyFail: "Da questa rete le chiamate probabilmente non riusciranno",
    seeBelow: "Vedi sotto che cosa fare.",
    noConnection:
      "Questo browser non riesce a collegarsi nemmeno a sé stesso. Disattiva le estensioni e le impostazioni che bloccano " +
      "WebRTC o usa un altro browser.",
    orDontHide: "Oppure disattiva “Nascondi il mio indirizzo IP” nella pagina iniziale.",
    blocksUdp: "Questa rete sembra bloccare UDP, necessario alle chiamate dirette. Prova un’altra rete.",
    noStun: "Le chiamate verso altre reti di solito non riescono: questo server non ha STUN.",
    mayFail: "Su reti restrittive le chiamate potrebbero non riuscire.",
    aroundBlock: (protocol) => `Questa rete sembra bloccare UDP, quindi le chiamate passano dal relay via ${protocol}.`,
    onlyRelay: "Questo browser non riesce a collegarsi direttamente, quindi le chiamate passano dal relay.",
    aroundBlocks: (protocol) => `Sulle reti che bloccano UDP, le chiamate passano dal relay via ${protocol}.`,
    relayOverUdp:
      "Il relay aiuta quando non c’è una via diretta. Sulle reti che bloccano UDP, le chiamate non riusciranno.",
    offerTcp: "Chiedi a chi gestisce questo server di offrire il relay anche via TCP.",
    slowRelay: "Il percorso attraverso il relay è lento o perde pacchetti: avvicinati al router o usa un cavo.",
    noRelay: "Questo server non offre un relay. Chiedi a chi gestisce questo server di aggiungerne uno.",
    relayRefuses: "Il relay rifiuta le credenziali di questo server. " +
      "Chiedi a chi gestisce questo server di mettere in TURN_SECRET il segreto del relay.",
    relayFull: "Il relay è al completo. Riprova più tardi o chiedi a chi gestisce questo server di ampliarlo.",
    relaySilent: "Il relay non risponde. Prova un’altra rete o chiedi a chi gestisce questo server di controllare.",
    relayForbids: "Il relay non lascia passare nessuna chiamata. " +
      "Chiedi a chi gestisce questo server di controllare che cosa vieta.",
    unseenAndUnheard: "Nessuno può vederti né sentirti: vedi sotto videocamera e microfono.",
    unseen: "Nessuno può vederti: vedi sotto la videocamera.",
    silent: "Forse non ti sentono: il microfono non ha captato nulla.",
    unheard: "Nessuno può sentirti: vedi sotto il microfono.",
    deaf: "Forse non sentirai gli altri: vedi sotto l’altoparlante.",
  },
};
