/** What is said of files that two people send each other, in Italian. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

export const files: FilesWords = {
  title: "File",
  close: "Chiudi file",
  send: "Invia file",
  sendFolder: "Invia cartella",
  drop: (who) => `Rilascia i file per proporli a ${who}`,
  empty:
    "Scegli dei file, trascinali qui o incollali. Vanno direttamente al browser dell’altra persona appena li accetta.",
  tooMany: "È troppo in una volta. Invia fino a 1000 file e 64 GB, o aspetta che finiscano i trasferimenti in corso.",
  offered: (who, what, size) => `${who} vuole inviarti ${what} (${size}).`,
  count: plural({
    one: () => "1 file",
    other: (count) => `${count} file`,
  }),
  accept: "Accetta file",
  decline: "Rifiuta",
  pause: "Sospendi trasferimento",
  resume: "Riprendi trasferimento",
  cancel: "Annulla trasferimento",
  save: "Salva",
  remove: "Togli dall’elenco",
  youSend: "Invii:",
  theySend: (who) => `${who} invia:`,
  waiting: (who) => `In attesa che ${who} accetti`,
  ofAll: (done, all) => `${done} di ${all}`,
  eachSecond: (size) => `${size} al secondo`,
  left: (duration) => `mancano ${duration}`,
  paused: "In pausa",
  interrupted: (who) => `Interrotto. Riprenderà quando ${who} tornerà con il file aperto.`,
  unsaved: (who) => `In attesa che ${who} lo salvi`,
  sent: "Inviato",
  received: "Ricevuto. Salvalo prima di uscire.",
  saved: "Salvato",
  declined: (who) => `${who} ha rifiutato.`,
  cancelled: "Annullato",
  problems: {
    "no-room": "Su questo dispositivo non c’è spazio. Libera dello spazio, poi accetta di nuovo il file.",
    memory:
      "Qui questo browser accetta solo fino a 256 MB. Apri la pagina in un altro browser o fuori dalla navigazione " +
      "privata.",
    storage: "Non è stato possibile salvarlo. Libera spazio su questo dispositivo, poi riprova.",
    unasked: "Questo browser non ha potuto chiedere dove salvarlo. Premi di nuovo per scaricarlo.",
    unreadable: "Il file è stato spostato o modificato. Sceglilo di nuovo.",
    corrupt: "È arrivato danneggiato. Chiedi che venga inviato di nuovo.",
    unavailable: "Non è stato possibile inviarlo. Riprova o chiedi all’altra persona di ricaricare la pagina.",
  },
  underWay: (what, share) => `${what}: trasferimento al ${share}`,
};
