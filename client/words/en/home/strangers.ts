/** What is said of strangers who ring quietly, in English; its type is what every language says. */

export const strangers = {
  quietly: "Calls from people you don’t know make no sound for now.",
};

export type StrangerWords = typeof strangers;
