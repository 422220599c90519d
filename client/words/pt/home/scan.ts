/** What the scanner of QR codes says, in Portuguese. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Escanear",
  title: "Escanear um código QR",
  hint: "Aponte a câmera para o código QR do link de alguém.",
  close: "Fechar",
  opening: "Abrindo a câmera…",
  notALink: "Este código QR não é um link para ligar para alguém.",
  own: "Este é o seu próprio código QR. Outras pessoas o escaneiam para ligar para você.",
  elsewhere: (host) => `Este código QR leva a ${host}, não para cá. Abra-o com a câmera do telefone.`,
  denied: "Permita que esta página use a câmera nas configurações do navegador ou cole o link.",
  missing: "Não há câmera para escanear aqui: cole o link ou digite o ID.",
  failed: "A câmera não abriu. Feche o que a estiver usando e escaneie de novo.",
  unloaded: "O leitor de códigos não carregou. Verifique sua conexão e recarregue esta página.",
};
