/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Portuguese. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera:
      "Seu navegador está pedindo acesso à câmera. Ninguém consegue ver você. Escolha “Permitir” no alto da janela.",
    microphone: "Seu navegador está pedindo acesso ao microfone. Ninguém consegue ouvir você. " +
      "Escolha “Permitir” no alto da janela.",
    both: "Seu navegador está pedindo acesso à câmera e ao microfone. Ninguém consegue ver nem ouvir você. " +
      "Escolha “Permitir” no alto da janela.",
  },
  "silenced": {
    camera: "Seu sistema desligou a câmera. Ninguém consegue ver você. " +
      "Feche o que a estiver usando ou aperte o botão do dispositivo.",
    microphone: "Seu sistema desligou o microfone. Ninguém consegue ouvir você. " +
      "Feche o que o estiver usando ou aperte o botão do dispositivo.",
    both: "Seu sistema desligou a câmera e o microfone. Ninguém consegue ver nem ouvir você. " +
      "Feche o que os estiver usando ou aperte o botão do dispositivo.",
  },
  "denied": {
    camera: "A câmera está bloqueada para esta página. Ninguém consegue ver você. " +
      "Permita-a ao lado do endereço da página e toque no botão da câmera.",
    microphone: "O microfone está bloqueado para esta página. Ninguém consegue ouvir você. " +
      "Permita-o ao lado do endereço da página e toque no botão do microfone.",
    both: "A câmera e o microfone estão bloqueados para esta página. Ninguém consegue ver nem ouvir você. " +
      "Permita-os ao lado do endereço da página e toque nos botões deles.",
  },
  "not-found": {
    camera: "Nenhuma câmera encontrada. Ninguém consegue ver você. Conecte uma, e ela será usada na hora.",
    microphone: "Nenhum microfone encontrado. Ninguém consegue ouvir você. Conecte um, e ele será usado na hora.",
    both: "Nem câmera nem microfone encontrados. Ninguém consegue ver nem ouvir você. " +
      "Conecte um dispositivo, e ele será usado na hora.",
  },
  "in-use": {
    camera: "Outro programa está usando a câmera. Ninguém consegue ver você. " +
      "Feche esse programa e toque no botão da câmera.",
    microphone: "Outro programa está usando o microfone. Ninguém consegue ouvir você. " +
      "Feche esse programa e toque no botão do microfone.",
    both: "Outro programa está usando a câmera e o microfone. Ninguém consegue ver nem ouvir você. " +
      "Feche esse programa e toque nos botões deles.",
  },
  "insecure": {
    camera: "Os navegadores só permitem a câmera em páginas HTTPS. Ninguém consegue ver você. " +
      "Abra esta página no endereço https://.",
    microphone: "Os navegadores só permitem o microfone em páginas HTTPS. Ninguém consegue ouvir você. " +
      "Abra esta página no endereço https://.",
    both: "Os navegadores só permitem a câmera e o microfone em páginas HTTPS. Ninguém consegue ver nem ouvir você. " +
      "Abra esta página no endereço https://.",
  },
  "failed": {
    camera: "A câmera não iniciou. Ninguém consegue ver você. " +
      "Desconecte-a, conecte-a de novo e toque no botão da câmera.",
    microphone: "O microfone não iniciou. Ninguém consegue ouvir você. " +
      "Desconecte-o, conecte-o de novo e toque no botão do microfone.",
    both: "A câmera e o microfone não iniciaram. Ninguém consegue ver nem ouvir você. " +
      "Desconecte-os, conecte-os de novo e toque nos botões deles.",
  },
};
