/** What is said of cameras, microphones and speakers, in Turkish. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Kamera ve ses",
  close: "Kamera ve ses ayarlarını kapat",
  camera: "Kamera",
  microphone: "Mikrofon",
  speaker: "Hoparlör",
  system: "Sistem varsayılanı",
  test: "Deneme sesi çal",
  turn: "Kamerayı değiştir",
  unnamed: "sistem varsayılanı",
  youAreMuted: "Mikrofonunuz kapalı. Kimse sizi duyamaz.",
  said: {
    chosen: (label) => `Şimdi kullanılan: ${label}.`,
    lost: (label) => `Cihazınızın bağlantısı kesildi. Şimdi kullanılan: ${label}.`,
    back: (label) => `Geri geldi ve yeniden kullanılıyor: ${label}.`,
    moved: (label) => `Sisteminiz cihaz değiştirdi: ${label}.`,
    refused: (label) =>
      `Şu anda kullanılamıyor: ${label}. Onu kullanan diğer programları kapatın, kendiliğinden yeniden kullanılır.`,
  },
};
