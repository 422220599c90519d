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
  denied: "Bu sayfa kamerayı kullanamıyor. Tarayıcının adres çubuğundan izin verip yeniden tarayın.",
  missing: "Kamera bulunamadı. Kimliği yazın ya da linki yapıştırın.",
  failed: "Kamera açılmadı. Kamerayı kullanan diğer programları kapatıp yeniden tarayın.",
  unloaded: "QR okuyucu yüklenemedi. Bağlantınızı kontrol edip bu sayfayı yenileyin.",
};
