/** What calls on hold and a second call are called, in French. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

const more = plural({
  one: (count) => `${count} autre personne`,
  other: (count) => `${count} autres personnes`,
});

export const hold: HoldWords = {
  waitingCalls: "Appels entrants",
  show: "Afficher",
  waiting: {
    known: (who) => `${who} vous appelle`,
    knownAndMore: (who, others) => `${who} et ${more(others)} vous appellent`,
    strangers: plural({
      one: () => "Une personne que vous ne connaissez pas vous appelle",
      other: (count) => `${count} personnes que vous ne connaissez pas vous appellent`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} et une personne que vous ne connaissez pas vous appellent`,
        other: (count) => `${who} et ${count} personnes que vous ne connaissez pas vous appellent`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} et une que vous ne connaissez pas vous appellent`,
        other: (count) => `${who}, ${more(others)} et ${count} que vous ne connaissez pas vous appellent`,
      })(strangers),
  },
  hold: "Mettre en attente",
  resume: "Reprendre",
  holdAndAnswer: "Mettre en attente et accepter",
  endAndAnswer: "Raccrocher et accepter",
  title: "En attente",
  swap: "Permuter",
  swapTo: (who) => `Passer à l’appel avec ${who}`,
  leave: (who) => `Mettre fin à l’appel avec ${who}`,
  said: {
    own: (who) => ["Vous avez mis ", who, " en attente. Ni le son ni l’image ne passent."],
    theirs: (who) => [who, " a mis l’appel en attente. D’ici la reprise, personne ne vous entend ni ne vous voit."],
    both: (who) => [who, " et vous avez mis cet appel en attente. Il faut le reprendre des deux côtés."],
  },
  screenRests: "Pendant ce temps, votre écran n’est pas affiché.",
  resumed: (who) => `Vous êtes de retour dans l’appel avec ${who}.`,
  heldEnded: (who) => `L’appel en attente avec ${who} est terminé.`,
};
