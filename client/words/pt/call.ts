/** What the screens of a call say while it is on, in Portuguese; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "Este navegador está sem espaço, então suas alterações só duram até você fechar esta aba. " +
    "Libere espaço neste dispositivo para mantê-las.",
  phase: {
    ringing: "Tocando…",
    heldBack: "Chamadas demais. Vai tocar assim que for permitido.",
    patient: "A página da outra pessoa não está aberta. Vamos continuar tentando.",
    about: "Prestes a ligar…",
    calling: "Ligando…",
    rejoining: "Voltando à chamada…",
    video: "Chamada de vídeo",
    voice: "Chamada de voz",
    connected: "Em chamada",
    away: "Aguardando a outra pessoa voltar…",
    connecting: "Conectando…",
    reconnecting: "Reconectando…",
    ended: "Chamada encerrada",
  },
  state: {
    ringing: (who) => `Tocando… Aguardando ${who} atender.`,
    heldBack: (who) => `Sua rede ligou para ${who} vezes demais em pouco tempo. Vai tocar assim que for permitido.`,
    patient: (who) => `A página de ${who} não está aberta. Vamos continuar tentando.`,
    about: (who) => `Prestes a ligar para ${who}…`,
    calling: (who) => `Ligando para ${who}…`,
    rejoining: (who) => `Voltando à chamada com ${who}…`,
    video: (who) => `${who} está fazendo uma chamada de vídeo para você.`,
    voice: (who) => `${who} está ligando para você.`,
    away: (who) => `${who} não responde há algum tempo. Aguarde ou desligue.`,
    connecting: (who) => `Conectando com ${who}…`,
    connected: (who) => `Em chamada com ${who}.`,
    joining: (who) => `${who} está quase entrando.`,
    reconnectingAway: (who) =>
      `Reconectando… ${who} não responde há algum tempo. A chamada vai esperar dois minutos, ou você pode desligar agora.`,
    reconnecting: "Reconectando… A conexão foi interrompida. Fique aqui; ela vai voltar sozinha.",
    ended: "A chamada foi encerrada.",
  },
  title: {
    waiting: "Alguém está ligando…",
    outgoing: (who) => `Ligando para ${who}…`,
    incoming: (who) => `${who} está ligando…`,
    connected: (who) => `Em chamada com ${who}`,
    reconnecting: (who) => `Reconectando com ${who}…`,
    missed: (who) => `Chamada perdida de ${who}`,
  },

  namedByLink: "Este nome vem do link. Você saberá se é essa pessoa quando ela atender.",
  otherUnderName: (who) => `Este não é o ID que ${who} tinha antes, então outra pessoa pode estar usando esse nome.`,
  askThem: "Pergunte algo que só essa pessoa saberia.",
  compareToBeSure: "Compare palavras para ter certeza.",
  itsThem: "É a mesma pessoa",
  neverTalked: "Você ainda não falou com este ID.",
  neverTalkedClaimed: "Você ainda não falou com este ID. O nome é o que essa pessoa usa.",

  controls: "Controles da chamada",
  mute: "Desativar microfone",
  unmute: "Ativar microfone",
  cameraOn: "Ativar câmera",
  cameraOff: "Desativar câmera",
  resting: "A chamada está em espera. Isto vale quando ela for retomada.",
  cancel: "Cancelar",
  hangUp: "Desligar",
  more: "Mais",
  incomingCall: "Chamada recebida",
  accept: "Atender",
  acceptWithoutVideo: "Atender sem vídeo",
  decline: "Recusar",
  silence: "Silenciar",
  ownPicture: "Sua imagem",
  ownPictureMoves: "Sua imagem; use as setas do teclado para movê-la",
  remoteVideo: "Vídeo da outra pessoa",
  theirCameraOff: (who) => [who, " está com a câmera desativada"],
  joining: (who) => `${who} está quase entrando`,
  theyAreMuted: (who) => [who, " está com o microfone desativado"],
  waitsForTap: "Seu navegador só vai reproduzir a chamada depois que você tocar na tela.",
  tapForSound: "Toque para ouvir",
  featuresMissing: "Parte da página não carregou, então pode faltar algo aqui.",
  tryAgain: "Tentar de novo",
  callAgain: "Ligar de novo",
  keepWaiting: "Continuar esperando",
  pageClosed: (who) => `A página de ${who} foi fechada. Aguardando…`,
  gone: (who) => `${who} saiu. Ligue de novo ou continue esperando.`,
  back: "Voltar",
};
