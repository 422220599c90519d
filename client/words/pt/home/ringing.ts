/** What is said of ringing, and of when there is none, in Portuguese. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "“Não perturbe” está ativado.",
  quietUntil: (time) => `“Não perturbe” ativado (até ${time}).`,
  tapOnce: "Toque uma vez para que esta página possa tocar.",
  didNotLoad: "Estas configurações não carregaram. Verifique sua conexão e tente de novo.",
  done: "Pronto",

  doNotDisturb: "Não perturbe",
  whatQuietIs: "As chamadas não fazem som nem atrapalham. Você as encontra nas chamadas perdidas.",
  forAnHour: "Por 1 hora",
  daily: "Todos os dias",
  from: "De",
  to: "Até",
  noTime: "Os dois horários são iguais, então isto não muda nada.",

  tone: "Toque de chamada",
  tones: { classic: "Clássico", chimes: "Carrilhão", drops: "Gotas", telephone: "Telefone" },
  testRing: "Testar toque",
  toneNote: "No volume deste dispositivo.",
  heard: "Você deve estar ouvindo agora. Se não, aumente o volume deste dispositivo.",
  unheard:
    "Este navegador não deixa a página tocar. Permita o som nas configurações do site e verifique o alto-falante.",

  notify: "Receber notificações",
  notifyNote: "Receba uma notificação quando alguém ligar enquanto você estiver vendo outra coisa.",
  notified: "Você vai receber uma notificação quando alguém ligar, enquanto esta página estiver aberta.",
  notifyDenied:
    "Este navegador bloqueia as notificações desta página. Permita-as nas configurações do site e recarregue a " +
    "página.",
  notifyUnable:
    "Este navegador não mostra notificações de uma página como esta. As chamadas ainda tocam enquanto ela " +
    "estiver aberta.",
  missedStranger: "Chamada perdida de alguém que você não conhece",
};
