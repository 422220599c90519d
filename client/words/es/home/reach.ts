/** What is said of calls to a closed page, in Spanish. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `La página de ${who} está cerrada; enviando una notificación…`,
  told: (who) => `${who} ha recibido una notificación. Esperando respuesta…`,
  ready: "Recibirás una notificación cuando llame un contacto, aunque esta página esté cerrada.",
  openOnly: "Recibirás una notificación cuando alguien llame mientras esta página esté abierta. Una vez " +
    "cerrada, aquí no es posible.",
  homeScreen: "Añade esta página a la pantalla de inicio y ábrela desde allí. Así podrás recibir una " +
    "notificación cuando alguien llame.",
  failed: "Este navegador no pudo preparar las notificaciones para cuando la página esté cerrada. En " +
    "Brave, permite la mensajería push de Google en los ajustes de privacidad.",
  missed: "Llamada perdida",
};
