/** What is said of sharing the screen, in Portuguese. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Compartilhar tela",
  stop: "Parar de compartilhar",
  swap: "Trocar as imagens",
  sharedScreen: "Tela compartilhada",
  sharing: "Você está compartilhando sua tela.",
  sharingWithSound: "Você está compartilhando sua tela com som.",
  stopped: "Você não está mais compartilhando sua tela.",
  theyShare: (who) => `${who} está compartilhando a tela.`,
  theyStopped: (who) => `${who} não está mais compartilhando a tela.`,
  moving: "Movimento suave",
  zoomIn: "Ampliar",
  zoomOut: "Reduzir",
  zoomWhole: "Ajustar à tela",
  zoomed: (percent) => `A tela compartilhada é mostrada a ${percent} por cento.`,
  problems: {
    blocked:
      "Este navegador não tem permissão para gravar a tela. Permita nas configurações de privacidade do sistema e " +
      "compartilhe de novo.",
    nothing: "Não havia nada para compartilhar. Abra a janela que você quer mostrar e compartilhe de novo.",
    failed: "Não foi possível compartilhar sua tela. Compartilhe de novo e escolha uma janela ou uma aba.",
  },
};
