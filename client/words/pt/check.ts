/** What the connection check says, in Portuguese. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Não testado, porque este navegador não consegue fazer chamadas daqui.";
const untested = "Não testado, porque o servidor não disse o que oferece.";

export const check: CheckWords = {
  pageTitle: "Teste de conexão – Chamadas de vídeo",
  version: "Versão da página",
  intro:
    "Testa sua câmera, seu microfone, seu alto-falante e todos os caminhos que uma chamada pode seguir. Leva cerca " +
    "de 15 segundos, liga a câmera e o microfone e não grava nada.",
  start: "Começar",
  checking: "Testando…",
  again: "Testar de novo",
  yes: "Sim",
  no: "Não",
  playAgain: "Tocar de novo",
  microphoneLevel: "Nível do microfone",
  copyReport: "Copiar relatório",
  report: "Relatório",
  reportCopied: "Relatório copiado. Ele não contém endereços. Envie a quem está ajudando você.",
  reportByHand: "Copie o texto abaixo. Ele não contém endereços.",
  reportTitle: (at) => `Teste de conexão, ${at} UTC`,
  reportBrowser: (browser) => `Navegador: ${browser}`,
  notChecked: "não testado",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Navegador", devices: "Dispositivos", network: "Rede", calls: "Chamadas" },
  titles: {
    "browser": "Este navegador",
    "camera": "Câmera",
    "microphone": "Microfone",
    "speaker": "Alto-falante",
    "socket": "Conexão com o servidor",
    "stun": "Consulta de endereço (STUN)",
    "turn-udp": "Retransmissor via UDP",
    "turn-tcp": "Retransmissor via TCP",
    "turn-tls": "Retransmissor via TLS",
    "direct": "Chamada dentro deste navegador",
    "relayed": "Chamada pelo retransmissor",
  },
  activities: {
    "browser": "Examinando o navegador…",
    "camera": "Abrindo a câmera. Permita se o navegador pedir.",
    "microphone": "Ouvindo o microfone. Diga alguma coisa.",
    "speaker": "Tocando um som…",
    "socket": "Consultando o servidor…",
    "stun": "Consultando seu endereço…",
    "turn-udp": "Consultando o retransmissor via UDP…",
    "turn-tcp": "Consultando o retransmissor via TCP…",
    "turn-tls": "Consultando o retransmissor via TLS…",
    "direct": "Ligando dentro deste navegador…",
    "relayed": "Ligando pelo retransmissor…",
  },

  browser: {
    "works": ["Ele consegue fazer chamadas.", null],
    "insecure": [
      "Ele não consegue fazer chamadas aqui, porque esta página foi aberta sem HTTPS.",
      "Abra a página no endereço https:// ou peça esse endereço a quem enviou o link. Se o servidor for seu, coloque " +
      "HTTPS na frente dele ou abra a página a partir de localhost.",
    ],
    "keyless": [
      "Ele não aceita chaves Ed25519, que servem para verificar as chamadas.",
      "Use o Chrome ou o Edge 137, o Firefox 129, o Safari 17 ou uma versão posterior.",
    ],
    "no-webrtc": [
      "O WebRTC, que faz as chamadas, está desativado.",
      "Ative-o nas configurações do navegador, desative as extensões que o bloqueiam ou use outro navegador.",
    ],
  },
  camera: {
    "works": ["Funciona.", null],
    "asked": [
      "O navegador ainda está pedindo permissão.",
      "Escolha “Permitir” no alto da janela e teste de novo.",
    ],
    "silenced": ["O sistema a desligou.", "Ligue-a no botão dela ou nas configurações do sistema."],
    "denied": ["Ela está bloqueada para esta página.", "Permita-a ao lado do endereço da página e teste de novo."],
    "not-found": ["Nenhuma câmera encontrada.", "Conecte uma e teste de novo."],
    "in-use": ["Outro programa está usando a câmera.", "Feche esse programa e teste de novo."],
    "insecure": [
      "Os navegadores só permitem a câmera em páginas HTTPS.",
      "Abra esta página no endereço https://.",
    ],
    "failed": ["Ela não iniciou.", "Desconecte-a, conecte-a de novo e repita o teste."],
  },
  microphone: {
    "works": ["Ele ouve você.", null],
    "silent": [
      "Está ligado, mas não captou nada.",
      "Diga alguma coisa e observe a barra. Se ela não se mexer, ative o microfone ou escolha outro nas configurações do " +
      "sistema.",
    ],
    "unmeasured": ["Está ligado. Este navegador não informa o volume dele.", null],
    "asked": [
      "O navegador ainda está pedindo permissão.",
      "Escolha “Permitir” no alto da janela e teste de novo.",
    ],
    "silenced": ["O sistema o desligou.", "Ligue-o no botão dele ou nas configurações do sistema."],
    "denied": ["Ele está bloqueado para esta página.", "Permita-o ao lado do endereço da página e teste de novo."],
    "not-found": ["Nenhum microfone encontrado.", "Conecte um e teste de novo."],
    "in-use": ["Outro programa está usando o microfone.", "Feche esse programa e teste de novo."],
    "insecure": [
      "Os navegadores só permitem o microfone em páginas HTTPS.",
      "Abra esta página no endereço https://.",
    ],
    "failed": ["Ele não iniciou.", "Desconecte-o, conecte-o de novo e repita o teste."],
  },
  speaker: {
    "works": ["Você ouviu o som.", null],
    "not-heard": [
      "Você não ouviu o som.",
      "Aumente o volume e escolha o alto-falante ou fone certo nas configurações do sistema.",
    ],
    "failed": [
      "O navegador não tocou o som.",
      "Conecte um alto-falante ou permita que esta página toque som e teste de novo.",
    ],
    "unanswered": ["Você ouviu o som?", null],
  },
  socket: {
    works: "Funciona.",
    worksWithin: (roundTrip) => `Funciona, ${roundTrip} ida e volta.`,
    "refused": [
      "O servidor não aceitou esta página.",
      "Tente de novo em um minuto ou peça a quem administra este servidor que verifique.",
    ],
    "other-host": [
      "O servidor usa um nome diferente do que está na barra de endereço.",
      "Abra a página no endereço habitual ou peça a quem administra este servidor que coloque este em PUBLIC_HOST ou faça " +
      "o proxy repassar o cabeçalho Host.",
    ],
    unreachable: ["O servidor não responde.", "Verifique sua rede e teste de novo."],
    startIt: "Teste de novo em um minuto ou peça a quem administra este servidor que o inicie.",
    cutEverywhere:
      "Desative a VPN ou o proxy, ou tente outra rede. Se acontecer em todo lugar, peça a quem administra este " +
      "servidor que faça o proxy deixar passar WebSockets.",
    laterAgain: "Teste de novo em um minuto.",
  },
  stun: {
    "works": ["Funciona: outras pessoas conseguem achar o caminho até você.", null],
    "not-offered": [
      "Este servidor não oferece. As chamadas só se conectam dentro de uma mesma rede ou por um retransmissor.",
      "Peça a quem administra este servidor que defina STUN_PORT ou STUN_URLS.",
    ],
    "no-answer": ["Sem resposta. Talvez esta rede bloqueie UDP.", "Tente outra rede ou conte com o retransmissor."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Não testado, porque o servidor está nesta mesma máquina.", null],
  },
  turn: {
    "works": ["Funciona.", null],
    "not-offered": ["Este servidor não oferece.", null],
    "refused": [
      "O retransmissor recusou as credenciais que este servidor deu.",
      "Peça a quem administra este servidor que coloque em TURN_SECRET o segredo do retransmissor e acerte o relógio.",
    ],
    "full": ["O retransmissor está sem capacidade no momento.", "Tente mais tarde."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Sem resposta via ${protocol}.`,
  turnSilentNext: {
    UDP: "Talvez esta rede o bloqueie ou o retransmissor não ofereça UDP. Tente outra rede.",
    TCP: "Talvez esta rede o bloqueie ou o retransmissor não ofereça TCP. Tente outra rede.",
    TLS: "Talvez esta rede o bloqueie ou o certificado do retransmissor não seja válido. Tente outra rede.",
  },
  flow: {
    works: (measure) => `Funciona: ${measure}.`,
    poor: (measure) => `Conecta-se, mas mal: ${measure}.`,
    over: (rate, protocol) => `${rate} via ${protocol}`,
    nothingLost: "nenhuma perda",
    lost: (share) => `${share} de perdas`,
    thereAndBack: (roundTrip) => `${roundTrip} ida e volta`,
    directPoor: "Feche outros programas e abas e teste de novo.",
    relayedPoor: "Chegue mais perto do roteador ou use um cabo e teste de novo.",
    directFailed: [
      "Este navegador não consegue se conectar.",
      "Desative as extensões e configurações que bloqueiam o WebRTC ou use outro navegador.",
    ],
    relayedFailed: [
      "Nenhuma chamada passou pelo retransmissor.",
      "Peça a quem administra este servidor que verifique o que o retransmissor proíbe.",
    ],
    notOffered: [
      "Este servidor não oferece um retransmissor.",
      "Peça a quem administra este servidor que adicione um.",
    ],
    untested: ["Não testado, porque não dá para usar o retransmissor.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Você pode ligar",
    notNow: "Você não pode ligar agora",
    notFromPage: "Você não pode ligar desta página",
    notFromBrowser: "Você não pode ligar deste navegador",
    notHidden: "As chamadas não se conectam enquanto você ocultar seu endereço IP",
    likelyFail: "As chamadas provavelmente vão falhar nesta rede",
    seeBelow: "Veja abaixo o que fazer.",
    noConnection:
      "Este navegador não consegue se conectar nem consigo mesmo. Desative as extensões e configurações que bloqueiam o " +
      "WebRTC ou use outro navegador.",
    orDontHide: "Ou desative “Ocultar meu endereço IP” na página inicial.",
    blocksUdp: "Esta rede parece bloquear UDP, necessário para chamadas diretas. Tente outra.",
    noStun: "Chamadas para outras redes costumam falhar: este servidor não tem STUN.",
    mayFail: "As chamadas podem falhar em redes restritivas.",
    aroundBlock: (protocol) =>
      `Esta rede parece bloquear UDP, então as chamadas passam pelo retransmissor via ${protocol}.`,
    onlyRelay: "Este navegador não consegue se conectar diretamente, então as chamadas passam pelo retransmissor.",
    aroundBlocks: (protocol) => `Em redes que bloqueiam UDP, as chamadas passam pelo retransmissor via ${protocol}.`,
    relayOverUdp:
      "O retransmissor ajuda quando não há caminho direto. Em redes que bloqueiam UDP, as chamadas vão falhar.",
    offerTcp: "Peça a quem administra este servidor que ofereça o retransmissor também via TCP.",
    slowRelay: "O caminho pelo retransmissor é lento ou perde pacotes: chegue mais perto do roteador ou use um cabo.",
    noRelay: "Este servidor não oferece um retransmissor. Peça a quem administra este servidor que adicione um.",
    relayRefuses: "O retransmissor recusa as credenciais deste servidor. " +
      "Peça a quem administra este servidor que coloque em TURN_SECRET o segredo do retransmissor.",
    relayFull:
      "O retransmissor está sem capacidade. Tente mais tarde ou peça a quem administra este servidor que a aumente.",
    relaySilent:
      "O retransmissor não responde. Tente outra rede ou peça a quem administra este servidor que o verifique.",
    relayForbids: "O retransmissor não deixa passar nenhuma chamada. " +
      "Peça a quem administra este servidor que verifique o que ele proíbe.",
    unseenAndUnheard: "Ninguém consegue ver nem ouvir você: veja a câmera e o microfone abaixo.",
    unseen: "Ninguém consegue ver você: veja a câmera abaixo.",
    silent: "Talvez não ouçam você: o microfone não captou nada.",
    unheard: "Ninguém consegue ouvir você: veja o microfone abaixo.",
    deaf: "Talvez você não ouça as outras pessoas: veja o alto-falante abaixo.",
  },
};
