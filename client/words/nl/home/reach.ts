/** What is said of calls to a closed page, in Dutch. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `De pagina van ${who} is gesloten; er wordt een melding gestuurd…`,
  told: (who) => `Er is een melding naar ${who} gestuurd. Wachten op antwoord…`,
  ready: "Je krijgt een melding als een contact belt, ook als deze pagina gesloten is.",
  openOnly: "Je krijgt een melding als iemand belt terwijl deze pagina open is. Als die gesloten is, kan " +
    "dat hier niet.",
  homeScreen: "Zet deze pagina op je beginscherm en open de pagina van daaruit. Dan kun je een melding krijgen als " +
    "iemand belt.",
  failed: "Deze browser kon geen meldingen instellen voor wanneer deze pagina gesloten is. Sta in Brave de " +
    "pushberichten van Google toe in de privacyinstellingen.",
  missed: "Gemiste oproep",
};
