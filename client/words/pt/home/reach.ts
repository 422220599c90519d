/** What is said of calls to a closed page, in Portuguese. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `A página de ${who} está fechada; enviando uma notificação…`,
  told: (who) => `${who} recebeu uma notificação. Aguardando resposta…`,
  ready: "Você vai receber uma notificação quando um contato ligar, mesmo com esta página fechada.",
  openOnly: "Você vai receber uma notificação quando alguém ligar, enquanto esta página estiver aberta. " +
    "Depois de fechada, isso não é possível aqui.",
  homeScreen: "Adicione esta página à Tela de Início e abra-a por lá. Assim você poderá receber uma " +
    "notificação quando alguém ligar.",
  failed: "Este navegador não conseguiu preparar as notificações para quando a página estiver fechada. No " +
    "Brave, permita as mensagens push do Google nas configurações de privacidade.",
  missed: "Chamada perdida",
};
