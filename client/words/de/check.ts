/** What the connection check says, in German. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Nicht geprüft, weil dieser Browser von hier aus nicht anrufen kann.";
const untested = "Nicht geprüft, weil der Server nicht gesagt hat, was er bietet.";

export const check: CheckWords = {
  pageTitle: "Verbindungstest – Videoanrufe",
  version: "Version der Seite",
  intro: "Probiert Kamera, Mikrofon, Lautsprecher und jeden Weg, den ein Anruf nehmen kann. Das dauert etwa " +
    "15 Sekunden, öffnet Kamera und Mikrofon und nimmt nichts auf.",
  start: "Starten",
  checking: "Wird geprüft …",
  again: "Noch einmal prüfen",
  yes: "Ja",
  no: "Nein",
  playAgain: "Noch einmal abspielen",
  microphoneLevel: "Pegel des Mikrofons",
  copyReport: "Bericht kopieren",
  report: "Bericht",
  reportCopied: "Bericht kopiert. Er enthält keine Adresse. Schick ihn an die Person, die dir hilft.",
  reportByHand: "Kopiere den Text unten. Er enthält keine Adresse.",
  reportTitle: (at) => `Verbindungstest, ${at} UTC`,
  reportBrowser: (browser) => `Browser: ${browser}`,
  notChecked: "nicht geprüft",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Browser", devices: "Geräte", network: "Netz", calls: "Anrufe" },
  titles: {
    "browser": "Dieser Browser",
    "camera": "Kamera",
    "microphone": "Mikrofon",
    "speaker": "Lautsprecher",
    "socket": "Verbindung zum Server",
    "stun": "Adressauskunft (STUN)",
    "turn-udp": "Relay über UDP",
    "turn-tcp": "Relay über TCP",
    "turn-tls": "Relay über TLS",
    "direct": "Anruf in diesem Browser",
    "relayed": "Anruf durch das Relay",
  },
  activities: {
    "browser": "Der Browser wird geprüft …",
    "camera": "Die Kamera wird geöffnet. Erlaube es, wenn der Browser fragt.",
    "microphone": "Das Mikrofon hört zu. Sag etwas.",
    "speaker": "Ein Ton wird gespielt …",
    "socket": "Der Server wird gefragt …",
    "stun": "Deine Adresse wird nachgeschlagen …",
    "turn-udp": "Das Relay wird über UDP gefragt …",
    "turn-tcp": "Das Relay wird über TCP gefragt …",
    "turn-tls": "Das Relay wird über TLS gefragt …",
    "direct": "Anruf in diesem Browser …",
    "relayed": "Anruf durch das Relay …",
  },

  browser: {
    "works": ["Er kann anrufen.", null],
    "insecure": [
      "Er ruft von hier aus nicht an, weil diese Seite ohne HTTPS geöffnet wurde.",
      "Öffne die Seite unter ihrer Adresse mit https://, oder bitte um einen solchen Link. Wenn der Server deiner ist, " +
      "stelle ihm HTTPS voran, oder öffne die Seite von localhost.",
    ],
    "keyless": [
      "Ihm fehlen Ed25519-Schlüssel, mit denen Anrufe sich ausweisen.",
      "Nimm Chrome oder Edge ab 137, Firefox ab 129 oder Safari ab 17.",
    ],
    "no-webrtc": [
      "WebRTC, das die Anrufe macht, ist ausgeschaltet.",
      "Schalte es in den Einstellungen des Browsers ein, schalte Erweiterungen aus, die es sperren, oder nimm einen " +
      "anderen Browser.",
    ],
  },
  camera: {
    "works": ["Sie läuft.", null],
    "asked": ["Der Browser fragt noch danach.", "Wähle oben im Fenster „Zulassen“, dann prüfe noch einmal."],
    "silenced": ["Das System hat sie ausgeschaltet.", "Schalte sie am Gerät oder in den Systemeinstellungen ein."],
    "denied": [
      "Sie ist für diese Seite gesperrt.",
      "Erlaube sie neben der Adresse der Seite, dann prüfe noch einmal.",
    ],
    "not-found": ["Keine Kamera gefunden.", "Schließ eine an, dann prüfe noch einmal."],
    "in-use": ["Ein anderes Programm benutzt sie.", "Beende das Programm, dann prüfe noch einmal."],
    "insecure": [
      "Ohne HTTPS gibt der Browser einer Seite keine Kamera.",
      "Öffne diese Seite unter ihrer Adresse mit https://.",
    ],
    "failed": ["Sie ist nicht angesprungen.", "Zieh sie ab und steck sie wieder ein, dann prüfe noch einmal."],
  },
  microphone: {
    "works": ["Es hört dich.", null],
    "silent": [
      "Es ist an, blieb aber still.",
      "Sag etwas und sieh auf den Balken. Bleibt er still, schalte das Mikrofon ein oder wähle in den " +
      "Systemeinstellungen ein anderes.",
    ],
    "unmeasured": ["Es ist an. Dieser Browser sagt nicht, wie laut es ist.", null],
    "asked": ["Der Browser fragt noch danach.", "Wähle oben im Fenster „Zulassen“, dann prüfe noch einmal."],
    "silenced": ["Das System hat es ausgeschaltet.", "Schalte es am Gerät oder in den Systemeinstellungen ein."],
    "denied": [
      "Es ist für diese Seite gesperrt.",
      "Erlaube es neben der Adresse der Seite, dann prüfe noch einmal.",
    ],
    "not-found": ["Kein Mikrofon gefunden.", "Schließ eins an, dann prüfe noch einmal."],
    "in-use": ["Ein anderes Programm benutzt es.", "Beende das Programm, dann prüfe noch einmal."],
    "insecure": [
      "Ohne HTTPS gibt der Browser einer Seite kein Mikrofon.",
      "Öffne diese Seite unter ihrer Adresse mit https://.",
    ],
    "failed": ["Es ist nicht angesprungen.", "Zieh es ab und steck es wieder ein, dann prüfe noch einmal."],
  },
  speaker: {
    "works": ["Du hast den Ton gehört.", null],
    "not-heard": [
      "Du hast den Ton nicht gehört.",
      "Dreh lauter, und wähle in den Systemeinstellungen den richtigen Lautsprecher oder Kopfhörer.",
    ],
    "failed": [
      "Der Browser hat den Ton nicht gespielt.",
      "Schließ einen Lautsprecher an oder erlaube dieser Seite Ton, dann prüfe noch einmal.",
    ],
    "unanswered": ["Hast du den Ton gehört?", null],
  },
  socket: {
    works: "Sie steht.",
    worksWithin: (roundTrip) => `Sie steht, ${roundTrip} hin und zurück.`,
    "refused": [
      "Der Server hat diese Seite nicht aufgenommen.",
      "Versuche es in einer Minute noch einmal, oder bitte die Person, die diesen Server betreibt, danach zu sehen.",
    ],
    "other-host": [
      "Der Server kennt sich unter einem anderen Namen als dem in der Adresszeile.",
      "Öffne die Seite unter ihrer üblichen Adresse, oder bitte die Person, die diesen Server betreibt, PUBLIC_HOST auf diesen zu " +
      "setzen oder den Proxy die Host-Kopfzeile weitergeben zu lassen.",
    ],
    unreachable: ["Der Server antwortet nicht.", "Prüfe dein Netz, dann prüfe noch einmal."],
    startIt: "Prüfe in einer Minute noch einmal, oder bitte die Person, die diesen Server betreibt, ihn zu starten.",
    cutEverywhere:
      "Schalte VPN oder Proxy aus, oder versuche ein anderes Netz. Wenn es überall geschieht, bitte die Person, " +
      "die diesen Server betreibt, den Proxy WebSockets weitergeben zu lassen.",
    laterAgain: "Prüfe in einer Minute noch einmal.",
  },
  stun: {
    "works": ["Sie antwortet: Andere können den Weg zu dir finden.", null],
    "not-offered": [
      "Bietet dieser Server nicht. Anrufe gehen nur innerhalb eines Netzes oder über ein Relay.",
      "Bitte die Person, die diesen Server betreibt, STUN_PORT oder STUN_URLS zu setzen.",
    ],
    "no-answer": [
      "Keine Antwort. Dieses Netz sperrt vielleicht UDP.",
      "Versuche ein anderes Netz, oder verlass dich auf das Relay.",
    ],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Nicht geprüft, weil der Server auf diesem Gerät selbst läuft.", null],
  },
  turn: {
    "works": ["Es antwortet.", null],
    "not-offered": ["Bietet dieser Server nicht.", null],
    "refused": [
      "Das Relay hat die Zugangsdaten dieses Servers abgelehnt.",
      "Bitte die Person, die diesen Server betreibt, TURN_SECRET auf das Geheimnis des Relays zu setzen und die Uhr zu stellen.",
    ],
    "full": ["Das Relay hat gerade keinen Platz.", "Versuche es später noch einmal."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Keine Antwort über ${protocol}.`,
  turnSilentNext: {
    UDP: "Dieses Netz sperrt es vielleicht, oder das Relay bietet kein UDP. Versuche ein anderes Netz.",
    TCP: "Dieses Netz sperrt es vielleicht, oder das Relay bietet kein TCP. Versuche ein anderes Netz.",
    TLS: "Dieses Netz sperrt es vielleicht, oder das Zertifikat des Relays gilt nicht. Versuche ein anderes Netz.",
  },
  flow: {
    works: (measure) => `Er kommt zustande: ${measure}.`,
    poor: (measure) => `Er kommt zustande, aber schlecht: ${measure}.`,
    over: (rate, protocol) => `${rate} über ${protocol}`,
    nothingLost: "nichts verloren",
    lost: (share) => `${share} verloren`,
    thereAndBack: (roundTrip) => `${roundTrip} hin und zurück`,
    directPoor: "Schließe andere Programme und Tabs, dann prüfe noch einmal.",
    relayedPoor: "Geh näher an den Router oder nimm ein Kabel, dann prüfe noch einmal.",
    directFailed: [
      "Dieser Browser baut keine Verbindung auf.",
      "Schalte Erweiterungen und Einstellungen aus, die WebRTC sperren, oder nimm einen anderen Browser.",
    ],
    relayedFailed: [
      "Durch das Relay kam kein Anruf.",
      "Bitte die Person, die diesen Server betreibt, nachzusehen, was das Relay verbietet.",
    ],
    notOffered: [
      "Dieser Server bietet kein Relay.",
      "Bitte die Person, die diesen Server betreibt, eines einzurichten.",
    ],
    untested: ["Nicht geprüft, weil das Relay nicht zu gebrauchen ist.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Du kannst anrufen",
    notNow: "Du kannst gerade nicht anrufen",
    notFromPage: "Von dieser Seite kannst du nicht anrufen",
    notFromBrowser: "Mit diesem Browser kannst du nicht anrufen",
    notHidden: "Solange du deine IP-Adresse verbirgst, kommt kein Anruf zustande",
    likelyFail: "Aus diesem Netz werden Anrufe wohl scheitern",
    seeBelow: "Was du tun kannst, steht unten.",
    noConnection:
      "Dieser Browser baut nicht einmal eine Verbindung zu sich selbst auf. Schalte Erweiterungen und Einstellungen aus, " +
      "die WebRTC sperren, oder nimm einen anderen Browser.",
    orDontHide: "Oder schalte auf der ersten Seite „Meine IP-Adresse verbergen“ aus.",
    blocksUdp: "Dieses Netz scheint UDP zu sperren, das direkte Anrufe brauchen. Versuche ein anderes.",
    noStun: "Anrufe in andere Netze scheitern meistens: Dieser Server hat kein STUN.",
    mayFail: "In strengen Netzen können Anrufe scheitern.",
    aroundBlock: (protocol) =>
      `Dieses Netz scheint UDP zu sperren, darum laufen Anrufe über ${protocol} durch das Relay.`,
    onlyRelay: "Dieser Browser verbindet sich nicht direkt, darum laufen Anrufe durch das Relay.",
    aroundBlocks: (protocol) => `In Netzen, die UDP sperren, laufen Anrufe über ${protocol} durch das Relay.`,
    relayOverUdp: "Das Relay hilft, wo es keinen direkten Weg gibt. In Netzen, die UDP sperren, scheitern Anrufe.",
    offerTcp: "Bitte die Person, die diesen Server betreibt, das Relay auch über TCP anzubieten.",
    slowRelay: "Der Weg durch das Relay ist langsam oder verliert Pakete: Geh näher an den Router oder nimm ein Kabel.",
    noRelay: "Dieser Server bietet kein Relay. Bitte die Person, die diesen Server betreibt, eines einzurichten.",
    relayRefuses: "Das Relay lehnt die Zugangsdaten dieses Servers ab. " +
      "Bitte die Person, die diesen Server betreibt, TURN_SECRET auf das Geheimnis des Relays zu setzen.",
    relayFull:
      "Das Relay hat keinen Platz. Versuche es später noch einmal, oder bitte die Person, die diesen Server betreibt, mehr " +
      "zu schaffen.",
    relaySilent:
      "Das Relay antwortet nicht. Versuche ein anderes Netz, oder bitte die Person, die diesen Server betreibt, danach zu " +
      "sehen.",
    relayForbids:
      "Das Relay lässt keinen Anruf durch. Bitte die Person, die diesen Server betreibt, nachzusehen, was es verbietet.",
    unseenAndUnheard: "Andere sehen und hören dich nicht: Sieh unten bei Kamera und Mikrofon nach.",
    unseen: "Andere sehen dich nicht: Sieh unten bei der Kamera nach.",
    silent: "Andere hören dich vielleicht nicht: Das Mikrofon blieb still.",
    unheard: "Andere hören dich nicht: Sieh unten beim Mikrofon nach.",
    deaf: "Vielleicht hörst du andere nicht: Sieh unten beim Lautsprecher nach.",
  },
};
