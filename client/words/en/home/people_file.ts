/** What is said of people in a file, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("en");

export const peopleFile = {
  note: "Keep a copy of your people, or take them to another device. Only this passphrase opens the file.",
  passphrase: "Passphrase",
  tooShort: "Use at least 8 characters.",
  export: "Export",
  import: "Import",
  exported: plural({ one: () => "1 person exported.", other: (count) => `${count} people exported.` }),
  imported: plural({ one: () => "1 person imported.", other: (count) => `${count} people imported.` }),
  wrong: "This passphrase doesn’t open this file. Check it and try again.",
  foreign: "This file can’t be read here. Choose one that was exported on this page.",
  tooLarge: "This file is too large to have been exported here.",
  done: "Done",
};

export type PeopleFileWords = typeof peopleFile;
