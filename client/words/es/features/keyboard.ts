/** What is said of the keyboard in a call, in Spanish. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Atajos de teclado",
  close: "Cerrar atajos",
  microphone: "Activar o desactivar micrófono",
  camera: "Activar o desactivar cámara",
  talk: "Mantener para hablar con el micrófono desactivado",
  list: "Mostrar esta lista",
  space: "Espacio",
  singleKeys: "Usar atajos de una sola tecla",
};
