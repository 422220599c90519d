/** What `page/load_guard.ts` says while the page is not there, in Portuguese. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Esta página está demorando para carregar. Se nada aparecer, recarregue-a ou tente outro navegador.",
  away: "Só uma parte desta página carregou. O resto virá assim que for possível alcançar o servidor.",
  old:
    "Esta página não iniciou neste navegador. Use o Chrome ou o Edge 137, o Firefox 129, o Safari 17 ou uma versão " +
    "posterior.",
  failed:
    "Esta página não carregou. Ela tenta de novo a cada minuto. Se isso não ajudar, algo no caminho altera ou bloqueia " +
    "os arquivos dela.",
  reload: "Recarregar",
};
