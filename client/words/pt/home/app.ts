/** What the page says of itself as an app, in Portuguese. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Use como app",
  install: "Instalar",
  notNow: "Agora não",
  why: "Abre com um toque, mesmo sem rede, e o navegador guarda seu ID e seus contatos por mais tempo.",
  whyHomeScreen:
    "O Safari esquece seu ID depois de sete dias sem visita. Um app na Tela de Início guarda o ID dele, que é " +
    "novo. Toque em Compartilhar e depois em “Adicionar à Tela de Início”.",
  ownLink: "Este é o seu próprio link. Todas as abas deste navegador têm o seu ID, então ninguém atenderia aqui.",
  trySecond: "Testar com um segundo ID",
  trial:
    "Esta aba tem um segundo ID até você fechá-la ou recarregá-la. Ligue para o seu ID habitual: vai tocar na sua outra " +
    "aba.",
  useUsual: "Usar meu ID habitual",
  newVersion: "Há uma versão mais nova desta página.",
  reload: "Recarregar",
};
