/** What is said of sharing the screen, in Dutch. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Scherm delen",
  stop: "Stoppen met delen",
  swap: "Beelden wisselen",
  sharedScreen: "Gedeeld scherm",
  sharing: "Je deelt je scherm.",
  sharingWithSound: "Je deelt je scherm met geluid.",
  stopped: "Je deelt je scherm niet meer.",
  theyShare: (who) => `${who} deelt het scherm.`,
  theyStopped: (who) => `${who} deelt het scherm niet meer.`,
  moving: "Vloeiende beweging",
  zoomIn: "Inzoomen",
  zoomOut: "Uitzoomen",
  zoomWhole: "Passend maken",
  zoomed: (percent) => `Het gedeelde scherm wordt op ${percent} procent getoond.`,
  problems: {
    blocked: "Deze browser mag het scherm niet opnemen. Sta het toe in de privacy-instellingen van het systeem " +
      "en deel opnieuw.",
    nothing: "Er was niets om te delen. Open het venster dat je wilt tonen en deel opnieuw.",
    failed: "Je scherm kon niet worden gedeeld. Deel opnieuw en kies een venster of een tabblad.",
  },
};
