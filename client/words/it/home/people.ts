/** What the list of people says, in Italian. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

export const people: PeopleWords = {
  file: "Persone in un file",
  search: "Cerca persone",
  noneFound: "Qui nessuno ha questo nome o ID.",
  missedCalls: "Chiamate perse",
  clear: "Cancella",
  strangers: "Persone che non conosci",
  others: "Contatti e chiamate recenti",
  showMore: "Mostra altri",
  callBack: "Richiama",
  callBackTo: (who) => `Richiama ${who}`,
  videoCall: "Videochiamata",
  videoCallTo: (who) => `Videochiamata a ${who}`,
  voiceCall: "Chiamata vocale",
  voiceCallTo: (who) => `Chiamata vocale a ${who}`,
  moreOf: (who) => `Altro su ${who}`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} chiamate` }),
  online: "Online",
  verified: "ID verificato",
  contact: "Contatto",
  saveContact: "Salva contatto",
  removeContact: "Rimuovi contatto",
  yourName: "Il tuo nome per questa persona",
  yourNameNote: "Lo vedi solo tu.",
  mute: "Silenzia",
  muteNote: "Le sue chiamate non squilleranno. Le troverai tra le chiamate perse.",
  notMuted: "Non silenziare",
  forAnHour: "Per 1 ora",
  untilTomorrow: "Fino a domani mattina",
  always: "Finché non lo disattivi",
  muted: "Senza suoneria",
  mutedUntil: (time) => `Senza suoneria fino a ${time}`,
  forget: "Elimina",
  forgetAsk: (who) => `Eliminare ${who} da questo dispositivo? Se richiama, comparirà tra le persone che non conosci.`,
  cancel: "Annulla",
  done: "Fine",
  didNotLoad: "Questa parte non si è caricata. Controlla la connessione e riprova.",
  unblock: "Sblocca",
  unblockThem: (who) => `Sblocca ${who}`,
  blockedCount: (count) => `ID bloccati (${count})`,
};
