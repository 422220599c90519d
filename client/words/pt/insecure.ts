/** What a page says that came without HTTPS, in Portuguese. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "As chamadas precisam de HTTPS",
  whyHttps: (https, localhost) => [
    "As chamadas precisam de HTTPS: os navegadores só dão câmera, microfone e uma chave a páginas abertas por ",
    https,
    " ou de ",
    localhost,
    ".",
  ],
  askForHttps: "Peça a quem enviou o link um que comece com https://.",
  startHttps: (command, flag, origin) => [
    "Se o servidor for seu, inicie-o com ",
    command,
    ", coloque HTTPS na frente dele ou abra a página a partir de localhost; para testar neste endereço, abra ",
    flag,
    ", adicione ",
    origin,
    " e reinicie o navegador.",
  ],
};
