/** What every page says, in Spanish. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Videollamadas",
  check: "Prueba de conexión",
  yourVideo: "Tu video",
  status: {
    "insecure": "Esta página no puede hacer llamadas: se abrió sin HTTPS.",
    "keyless": "Este navegador no puede hacer llamadas: no tiene claves Ed25519. " +
      "Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versión posterior.",
    "no-webrtc": "Este navegador no puede hacer llamadas: WebRTC está desactivado. Actívalo o usa otro navegador.",
    "connecting": "Conectando con el servidor…",
    "registered": "Todo listo para las llamadas",
    "lost": "No se puede contactar con el servidor. Reintentando…",
    "refused": "El servidor no reconoce esta dirección. Abre la página en su dirección habitual. Reintentando…",
    "limited": "Este servidor recibe demasiado desde tu red. No te vayas: seguirá por sí solo dentro de un rato.",
    "replaced": "Abierta en demasiadas pestañas. Esta queda en pausa hasta que vuelvas a ella.",
    "incomplete": "Esta página no se cargó por completo. Recárgala para llamar y recibir llamadas.",
  },
};
