/** What is said of how good a call's connection is, and its details, in Dutch. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Verbinding",
  levels: ["Zeer slechte verbinding", "Slechte verbinding", "Matige verbinding", "Goede verbinding"],
  losing: {
    own: "Je verbinding verliest geluid.",
    theirs: (who) => `De verbinding van ${who} verliest geluid.`,
    both: "De verbinding verliest geluid.",
  },
  slow: {
    own: "Je verbinding is traag.",
    theirs: (who) => `De verbinding van ${who} is traag.`,
    both: "De verbinding is traag.",
  },
  busy: {
    own: "Dit apparaat kan het niet bijhouden.",
    theirs: (who) => `Het apparaat van ${who} kan het niet bijhouden.`,
  },
  directBy: (protocol) => `Direct, via ${protocol}`,
  relayedBy: (protocol) => `Door een relay, via ${protocol}`,
};

export const details: DetailWords = {
  received: "Je ontvangt",
  sent: "Je verzendt",
  roundTrip: "Heen en terug",
  delay: "Vertraging",
  lost: "Verloren geluid",
  picture: "Beeld",
  rate: "Snelheid",
  repeats: "Geluid herhaald",
  path: "Route",
  codecs: "Codecs",
  encryption: "Versleuteling",
  close: "Sluiten",
  kept: "Hoe de laatste gesprekken verliepen, blijft op dit apparaat, zonder namen.",
  exportRecords: "Exporteren",
  deleteRecords: "Verwijderen",
};
