/** What keeps the server from opening a socket, and what to do about it, in Portuguese. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "O servidor não aceita páginas deste endereço.",
      "Abra a página no endereço habitual ou peça a quem administra este servidor que adicione este a ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "O servidor não reconhece este endereço.",
      "Abra a página no endereço habitual ou peça a quem administra este servidor que adicione este a PUBLIC_HOST.",
    ],
    "host-differs": [
      "Um proxy esconde do servidor o endereço desta página, então o servidor não aceita chamadas.",
      "Abra a página no endereço habitual ou peça a quem administra este servidor que faça o proxy repassar o cabeçalho " +
      "Host.",
    ],
    "not-https": [
      "Esta página foi aberta por HTTP, e o servidor só aceita HTTPS.",
      "Abra a página no endereço https://.",
    ],
    "sockets": [
      "Sua rede já tem abertas todas as páginas deste servidor que pode ter. Feche algumas ou espere.",
      null,
    ],
    "handshakes": ["Sua rede abriu conexões demais com este servidor nos últimos tempos.", null],
    "server-full": ["O servidor está lotado no momento.", null],
    "server-stopping": ["O servidor está reiniciando.", null],
    "upgrade-lost": [
      "O servidor responde, mas um proxy no caminho não deixa passar WebSockets.",
      "Tente outra rede ou peça a quem administra este servidor que faça o proxy repassar o cabeçalho Upgrade.",
    ],
    "cut": [
      "O servidor responde, mas algo no caminho corta o WebSocket dele.",
      "Desative a VPN ou o proxy, ou tente outra rede.",
    ],
    "server-away": ["O servidor não está rodando atrás do proxy.", null],
    "stranger": ["Algo no caminho responde no lugar do servidor.", "Tente outra rede."],
    "unreachable": ["Não foi possível alcançar o servidor.", null],
    "offline": ["Você está offline.", null],
  },
  stay: "Fique aqui; ele continua sozinho.",
};
