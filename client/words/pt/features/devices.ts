/** What is said of cameras, microphones and speakers, in Portuguese. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Câmera e som",
  close: "Fechar câmera e som",
  camera: "Câmera",
  microphone: "Microfone",
  speaker: "Alto-falante",
  system: "Padrão do sistema",
  test: "Tocar um som de teste",
  turn: "Trocar de câmera",
  unnamed: "o padrão do sistema",
  youAreMuted: "Seu microfone está desativado. Ninguém consegue ouvir você.",
  said: {
    chosen: (label) => `Em uso agora: ${label}.`,
    lost: (label) => `Seu dispositivo foi desconectado. Em uso agora: ${label}.`,
    back: (label) => `De volta e em uso: ${label}.`,
    moved: (label) => `Seu sistema mudou para ${label}.`,
    refused: (label) =>
      `Não dá para usar agora: ${label}. Feche o que o estiver usando, e ele voltará a ser usado sozinho.`,
  },
};
