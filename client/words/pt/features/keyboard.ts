/** What is said of the keyboard in a call, in Portuguese. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Atalhos do teclado",
  close: "Fechar atalhos",
  microphone: "Ativar ou desativar microfone",
  camera: "Ativar ou desativar câmera",
  talk: "Segurar para falar com o microfone desativado",
  list: "Mostrar esta lista",
  space: "Espaço",
  singleKeys: "Usar atalhos de uma só tecla",
};
