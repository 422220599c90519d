/** What the scanner of QR codes says, in Turkish. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Tara",
  title: "QR kodu tarayın",
  hint: "Kamerayı birinin linkinin QR koduna tutun.",
  close: "Kapat",
  opening: "Kamera açılıyor…",
  notALink: "Bu QR kodu, birini arayacak bir link değil.",
  own: "Bu sizin QR kodunuz. Başkaları sizi aramak için tarar.",
  elsewhere: (host) => `Bu QR kodu buraya değil, ${host} adresine gidiyor. Telefonunuzun kamerasıyla açın.`,
  denied: "Tarayıcı ayarlarından bu sayfanın kamerayı kullanmasına izin verin ya da linki yapıştırın.",
  missing: "Burada taramak için kamera yok; linki yapıştırın ya da kimliği yazın.",
  failed: "Kamera açılmadı. Kamerayı kullanan diğer programları kapatıp yeniden tarayın.",
  unloaded: "QR okuyucu yüklenemedi. Bağlantınızı kontrol edip bu sayfayı yenileyin.",
};
