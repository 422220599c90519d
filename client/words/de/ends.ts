/** What is said of a call that is over, in German: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "Anruf beendet",
    cancelled: "Anruf abgebrochen",
    missed: "Verpasster Anruf",
    tooLate: "Schon aufgelegt",
    declined: "Anruf abgelehnt",
    busy: "Im anderen Gespräch",
    unanswered: "Keine Antwort",
    answeredElsewhere: "Woanders angenommen",
    declinedElsewhere: "Woanders abgelehnt",
    unavailable: "Nicht erreichbar",
    heldBack: "Zu oft angerufen",
    impossible: "Anruf nicht möglich",
    offline: "Anruf kam nicht an",
    stopped: "Anruf gestoppt",
    lost: "Verbindung verloren",
    failed: "Keine Verbindung",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Dein Gespräch mit ${who} hat gedauert: ${duration}.`,
  hungUpEarly: "Du hast aufgelegt, bevor der Anruf verbunden war.",
  theyHungUpEarly: (who) => `${who} hat aufgelegt, bevor der Anruf verbunden war. Ruf noch einmal an.`,
  cancelled: (who) => `Du hast den Anruf bei ${who} abgebrochen, bevor eine Antwort kam.`,
  missed: (who, at) => at === null ? `${who} hat dich angerufen.` : `${who} hat dich um ${at} angerufen.`,
  callToReach: "Ruf zurück, wenn du magst.",
  vanished: (who, at) =>
    at === null
      ? `${who} hat dich angerufen und war vor einer Antwort weg. Ruf zurück, wenn du magst.`
      : `${who} hat dich um ${at} angerufen und war vor einer Antwort weg. Ruf zurück, wenn du magst.`,
  tooLate: (who) => `${who} hat aufgelegt, bevor deine Antwort ankam. Ruf zurück, wenn du magst.`,
  theyDeclined: (who) => `${who} kann gerade nicht sprechen. Versuche es später noch einmal.`,
  youDeclined: (who) => `Du hast den Anruf von ${who} abgelehnt. Ruf zurück, wenn es dir passt.`,
  theyWereBusy: (who) => `${who} ist in einem anderen Gespräch. Versuche es in ein paar Minuten noch einmal.`,
  youWereBusy: "Du warst in einem anderen Gespräch.",
  unanswered: (who, at) =>
    at === null
      ? `${who} hat nicht abgenommen. Versuche es später noch einmal.`
      : `${who} hat um ${at} nicht abgenommen. Versuche es später noch einmal.`,
  answeredElsewhere: (who) =>
    `Du hast den Anruf von ${who} in einem anderen Tab oder auf einem anderen Gerät angenommen.`,
  declinedElsewhere: (who) =>
    `Du hast den Anruf von ${who} in einem anderen Tab oder auf einem anderen Gerät abgelehnt.`,
  unavailable: (who) => `${who} ist gerade nicht erreichbar. Versuche es noch einmal, oder schick deinen Link.`,
  heldBack: (who) =>
    `Aus deinem Netz wurde ${who} in kurzer Zeit zu oft angerufen. Warte eine Minute, dann ruf noch einmal an.`,
  unsupported: (who) =>
    `Der Browser von ${who} kann keine Anrufe annehmen. Der Verbindungstest sagt dort, warum. Ein anderer Browser kann ` +
    "auch helfen.",
  incompatible: (who) =>
    `Dein Browser und der von ${who} haben keinen gemeinsamen Weg gefunden. Bringt beide auf den neuesten Stand, oder ` +
    "nehmt einen anderen.",
  noWebRtc: "In deinem Browser ist WebRTC ausgeschaltet, darum kann er nicht anrufen. " +
    "Schalte es ein, oder ruf aus einem anderen Browser an.",
  unprepared: "Dein Browser konnte den Anruf nicht vorbereiten. " +
    "Lade diese Seite neu und ruf noch einmal an, oder nimm einen anderen Browser.",
  offline: (who) =>
    `Diese Seite hatte keine Verbindung zum Server, darum kam der Anruf bei ${who} nicht an. ` +
    "Prüfe dein Netz und ruf noch einmal an.",
  keyless: "Diese Seite hat keinen Schlüssel, der zeigt, dass du es bist. " +
    "Öffne sie mit https:// in einem aktuellen Browser, und ruf noch einmal an.",
  changed: (who) =>
    `Jemand dazwischen hat verändert, was der Browser von ${who} geschickt hat. Darum wurde der Anruf gestoppt.`,
  overAnotherNetwork: "Ruf über ein anderes Netz noch einmal an.",
  unsigned: (who) =>
    `Die Antwort war nicht von ${who} unterschrieben, vielleicht hat sie jemand dazwischen verändert. Niemand hat etwas ` +
    "gesehen oder gehört. Bitte darum, die Seite dort neu zu laden, und ruf noch einmal an. Stoppt es wieder, nehmt ein " +
    "anderes Netz oder einen anderen Server.",
  otherKey: (who) =>
    `Dieser Anruf kam nicht von ${who}: Die ID ist die, die du kennst, aber nicht ihr Schlüssel. ` +
    "Melde dich auf einem anderen Weg, und nimm unter dieser ID keine Anrufe an.",
  remoteUnverified: (who) =>
    `Der Browser von ${who} konnte nicht prüfen, dass dieser Anruf von dir ist, und hat ihn gestoppt. ` +
    "Lade diese Seite neu und ruf noch einmal an. Stoppt es wieder, nimm ein anderes Netz.",
  theyFoundDiffering: (who) =>
    `${who} hat den Anruf beendet, weil vielleicht jemand zwischen euch sitzt: Die verglichenen Wörter oder eine ` +
    "Unterschrift waren nicht die richtigen. Verlass dich nicht auf das Gesagte. Ruf über ein anderes Netz an, oder " +
    "melde dich auf einem anderen Weg.",
  wordsDiffered: (who) =>
    `Die Wörter waren verschieden, also sitzt vielleicht jemand zwischen dir und ${who}. Verlass dich nicht auf das ` +
    "Gesagte. Ruf über ein anderes Netz an, oder melde dich auf einem anderen Weg.",
  flooded: (who) =>
    `Der Browser von ${who} hat weit mehr geschickt, als ein Anruf braucht. Darum wurde der Anruf gestoppt. ` +
    "Wenn du noch sprechen willst, bitte darum, die Seite dort neu zu laden, und ruf noch einmal an.",
  remoteFlooded: (who) =>
    `Dein Browser hat weit mehr geschickt, als ein Anruf braucht. Darum hat ihn der von ${who} gestoppt. ` +
    "Lade diese Seite neu und ruf noch einmal an.",
  lost: (who) => `Die Verbindung zu ${who} kam nicht zurück.`,
  checkNetwork: "Prüfe dein Netz und ruf noch einmal an.",
  pageGone: (who) => `Die Seite von ${who} wurde geschlossen oder neu geladen.`,
  callToGoOn: "Ruf noch einmal an, um weiterzusprechen.",
  over: (who) => `${who} hat den Anruf beendet. Ruf noch einmal an, um zu sprechen.`,
  keepTrying: "Weiter versuchen",
  saveContact: "Kontakt speichern",
  contactSaved: "Kontakt gespeichert",

  noConnection: (who) => `Es kam keine Verbindung zu ${who} zustande.`,
  foundHere: {
    "no-path": (who) => `Keine Verbindung zu ${who}: Dein Browser hat keinen Weg gefunden, auch nicht über das Relay.`,
    "no-path-and-no-relay": (who) =>
      `Keine Verbindung zu ${who}: Dein Browser hat keinen direkten Weg gefunden, und dieser Server bietet kein Relay.`,
    "relay-refused": (who) => `Keine Verbindung zu ${who}: Das Relay hat deinen Browser abgewiesen.`,
    "relay-unreachable": (who) => `Keine Verbindung zu ${who}: Das Relay hat deinem Browser nicht geantwortet.`,
    "relay-only-and-no-relay": (who) =>
      `Keine Verbindung zu ${who}: Dein Browser darf nur ein Relay nehmen, und dieser Server bietet keins.`,
    "peer-silent": (who) => `Keine Verbindung zu ${who}: Dein Browser hat von der anderen Seite nichts gehört.`,
  },
  foundThere: {
    "no-path": (who) => `Der Browser von ${who} hat keinen Weg gefunden, auch nicht über das Relay.`,
    "no-path-and-no-relay": (who) =>
      `Der Browser von ${who} hat keinen direkten Weg gefunden, und dieser Server bietet kein Relay.`,
    "relay-refused": (who) => `Das Relay hat den Browser von ${who} abgewiesen.`,
    "relay-unreachable": (who) => `Das Relay hat dem Browser von ${who} nicht geantwortet.`,
    "relay-only-and-no-relay": (who) =>
      `Der Browser von ${who} darf nur ein Relay nehmen, und dieser Server bietet keins.`,
    "peer-silent": (who) => `Der Browser von ${who} hat von deinem nichts gehört.`,
  },
  tryNetwork: "Versuche es aus einem anderen Netz.",
  tryNetworkOrAsk:
    "Versuche es aus einem anderen Netz, oder frag die Person, die diesen Server betreibt, nach dem Relay.",
  showAddressOrAsk:
    "Schalte „Meine IP-Adresse verbergen“ aus, oder frag die Person, die diesen Server betreibt, nach dem Relay.",
};
