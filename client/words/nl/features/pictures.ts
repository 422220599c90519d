/** What is said of how pictures are shown in a call, in Dutch. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Volledig scherm",
  smallWindow: "Beeld-in-beeld",
  whole: "Hele beeld tonen",
  filling: "Scherm vullen",
  hideOwn: "Eigen beeld verbergen",
  showOwn: "Eigen beeld tonen",
  refused: {
    fullScreen: "Je browser ging niet naar volledig scherm. Probeer het opnieuw, of gebruik het menu van de browser.",
    smallWindow: "Je browser opende het kleine venster niet. Probeer het opnieuw zodra je beeld ziet.",
  },
};
