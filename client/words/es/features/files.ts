/** What is said of files that two people send each other, in Spanish. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

export const files: FilesWords = {
  title: "Archivos",
  close: "Cerrar archivos",
  send: "Enviar archivo",
  sendFolder: "Enviar carpeta",
  drop: (who) => `Suelta los archivos para ofrecérselos a ${who}`,
  empty: "Elige archivos, suéltalos aquí o pégalos. Van directos al navegador de la otra persona en cuanto los acepta.",
  tooMany: "Es demasiado a la vez. Envía hasta 1000 archivos y 64 GB, o espera a que terminen las transferencias " +
    "actuales.",
  offered: (who, what, size) => `${who} quiere enviarte ${what} (${size}).`,
  count: plural({
    one: () => "1 archivo",
    other: (count) => `${count} archivos`,
  }),
  accept: "Aceptar archivo",
  decline: "Rechazar",
  pause: "Pausar transferencia",
  resume: "Reanudar transferencia",
  cancel: "Cancelar transferencia",
  save: "Guardar",
  remove: "Quitar de la lista",
  youSend: "Envías:",
  theySend: (who) => `${who} envía:`,
  waiting: (who) => `Esperando a que ${who} acepte`,
  ofAll: (done, all) => `${done} de ${all}`,
  eachSecond: (size) => `${size} por segundo`,
  left: (duration) => `faltan ${duration}`,
  paused: "En pausa",
  interrupted: (who) => `Interrumpido. Seguirá cuando ${who} vuelva y tenga el archivo abierto.`,
  unsaved: (who) => `Esperando a que ${who} lo guarde`,
  sent: "Enviado",
  received: "Recibido. Guárdalo antes de irte.",
  saved: "Guardado",
  declined: (who) => `${who} no lo aceptó.`,
  cancelled: "Cancelado",
  problems: {
    "no-room": "No hay espacio para él en este dispositivo. Haz sitio y acéptalo de nuevo.",
    memory: "Aquí este navegador solo admite hasta 256 MB. Abre la página en otro navegador o fuera de la navegación " +
      "privada.",
    storage: "No se pudo guardar. Libera espacio en este dispositivo e inténtalo de nuevo.",
    unasked: "Este navegador no pudo preguntar dónde guardarlo. Pulsa otra vez para descargarlo.",
    unreadable: "El archivo se movió o cambió. Elígelo de nuevo.",
    corrupt: "Llegó dañado. Pide que te lo envíen otra vez.",
    unavailable: "No se pudo enviar. Inténtalo de nuevo o pídele que recargue su página.",
  },
  underWay: (what, share) => `${what}: transferencia al ${share}`,
};
