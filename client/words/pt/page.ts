/** What every page says, in Portuguese. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Chamadas de vídeo",
  check: "Teste de conexão",
  yourVideo: "Seu vídeo",
  status: {
    "insecure": "Esta página não consegue fazer chamadas: foi aberta sem HTTPS.",
    "keyless": "Este navegador não consegue fazer chamadas: não tem chaves Ed25519. " +
      "Use o Chrome ou o Edge 137, o Firefox 129, o Safari 17 ou uma versão posterior.",
    "no-webrtc":
      "Este navegador não consegue fazer chamadas: o WebRTC está desativado. Ative-o ou use outro navegador.",
    "connecting": "Conectando ao servidor…",
    "registered": "Tudo pronto para chamadas",
    "lost": "Não foi possível alcançar o servidor. Tentando de novo…",
    "refused": "O servidor não reconhece este endereço. Abra a página no endereço habitual. Tentando de novo…",
    "limited": "Este servidor está recebendo demais da sua rede. Fique aqui; daqui a pouco ele continua sozinho.",
    "replaced": "Aberta em abas demais. Esta fica em pausa até você voltar a ela.",
    "incomplete": "Esta página não carregou por completo. Recarregue-a para ligar e receber chamadas.",
  },
};
