/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Spanish. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Tu navegador pide permiso para usar la cámara. Nadie puede verte. " +
      "Elige «Permitir» en la parte superior de la ventana.",
    microphone: "Tu navegador pide permiso para usar el micrófono. Nadie puede oírte. " +
      "Elige «Permitir» en la parte superior de la ventana.",
    both: "Tu navegador pide permiso para usar la cámara y el micrófono. Nadie puede verte ni oírte. " +
      "Elige «Permitir» en la parte superior de la ventana.",
  },
  "silenced": {
    camera: "Tu sistema ha apagado la cámara. Nadie puede verte. " +
      "Cierra lo que la esté usando o pulsa el interruptor del dispositivo.",
    microphone: "Tu sistema ha apagado el micrófono. Nadie puede oírte. " +
      "Cierra lo que lo esté usando o pulsa el interruptor del dispositivo.",
    both: "Tu sistema ha apagado la cámara y el micrófono. Nadie puede verte ni oírte. " +
      "Cierra lo que los esté usando o pulsa el interruptor del dispositivo.",
  },
  "denied": {
    camera: "La cámara está bloqueada para esta página. Nadie puede verte. " +
      "Permítela junto a la dirección de la página y pulsa el botón de la cámara.",
    microphone: "El micrófono está bloqueado para esta página. Nadie puede oírte. " +
      "Permítelo junto a la dirección de la página y pulsa el botón del micrófono.",
    both: "La cámara y el micrófono están bloqueados para esta página. Nadie puede verte ni oírte. " +
      "Permítelos junto a la dirección de la página y pulsa los botones de ambos.",
  },
  "not-found": {
    camera: "No se encontró ninguna cámara. Nadie puede verte. Conecta una y se usará enseguida.",
    microphone: "No se encontró ningún micrófono. Nadie puede oírte. Conecta uno y se usará enseguida.",
    both: "No se encontró ni cámara ni micrófono. Nadie puede verte ni oírte. Conecta alguno y se usará enseguida.",
  },
  "in-use": {
    camera: "Otro programa está usando la cámara. Nadie puede verte. " +
      "Cierra ese programa y pulsa el botón de la cámara.",
    microphone: "Otro programa está usando el micrófono. Nadie puede oírte. " +
      "Cierra ese programa y pulsa el botón del micrófono.",
    both: "Otro programa está usando la cámara y el micrófono. Nadie puede verte ni oírte. " +
      "Cierra ese programa y pulsa los botones de ambos.",
  },
  "insecure": {
    camera: "Los navegadores solo permiten la cámara en páginas HTTPS. Nadie puede verte. " +
      "Abre esta página en su dirección https://.",
    microphone: "Los navegadores solo permiten el micrófono en páginas HTTPS. Nadie puede oírte. " +
      "Abre esta página en su dirección https://.",
    both: "Los navegadores solo permiten la cámara y el micrófono en páginas HTTPS. Nadie puede verte ni oírte. " +
      "Abre esta página en su dirección https://.",
  },
  "failed": {
    camera: "La cámara no arrancó. Nadie puede verte. Desconéctala, vuelve a conectarla y pulsa el botón de la cámara.",
    microphone:
      "El micrófono no arrancó. Nadie puede oírte. Desconéctalo, vuelve a conectarlo y pulsa el botón del micrófono.",
    both: "La cámara y el micrófono no arrancaron. Nadie puede verte ni oírte. " +
      "Desconéctalos, vuelve a conectarlos y pulsa los botones de ambos.",
  },
};
