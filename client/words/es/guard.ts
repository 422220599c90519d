/** What `page/load_guard.ts` says while the page is not there, in Spanish. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Esta página tarda mucho en cargar. Si no aparece nada, recárgala o prueba otro navegador.",
  away: "Solo se ha cargado una parte de esta página. El resto llegará en cuanto se pueda contactar con el servidor.",
  old: "Esta página no se inició en este navegador. Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versión " +
    "posterior.",
  failed: "Esta página no se cargó. Lo intenta de nuevo cada minuto. Si eso no ayuda, algo en medio cambia o bloquea " +
    "sus archivos.",
  reload: "Recargar",
};
