/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Turkish. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Tarayıcınız kameranız için izin istiyor. Başkaları sizi göremiyor. Pencerenin üstünde “İzin ver”i seçin.",
    microphone:
      "Tarayıcınız mikrofonunuz için izin istiyor. Başkaları sizi duyamıyor. Pencerenin üstünde “İzin ver”i seçin.",
    both: "Tarayıcınız kameranız ve mikrofonunuz için izin istiyor. Başkaları sizi göremiyor ve duyamıyor. " +
      "Pencerenin üstünde “İzin ver”i seçin.",
  },
  "silenced": {
    camera: "Sisteminiz kameranızı kapattı. Başkaları sizi göremiyor. Kamerayı kullanan diğer programları " +
      "kapatın ya da cihazdaki düğmeye basın.",
    microphone: "Sisteminiz mikrofonunuzu kapattı. Başkaları sizi duyamıyor. Mikrofonu kullanan diğer programları " +
      "kapatın ya da cihazdaki düğmeye basın.",
    both: "Sisteminiz kameranızı ve mikrofonunuzu kapattı. Başkaları sizi göremiyor ve duyamıyor. Bunları " +
      "kullanan diğer programları kapatın ya da cihazdaki düğmeye basın.",
  },
  "denied": {
    camera: "Kameranız bu sayfa için engellenmiş. Başkaları sizi göremiyor. Sayfanın adresinin yanından izin " +
      "verin, sonra kamera düğmesine basın.",
    microphone: "Mikrofonunuz bu sayfa için engellenmiş. Başkaları sizi duyamıyor. Sayfanın adresinin yanından " +
      "izin verin, sonra mikrofon düğmesine basın.",
    both: "Kameranız ve mikrofonunuz bu sayfa için engellenmiş. Başkaları sizi göremiyor ve duyamıyor. " +
      "Sayfanın adresinin yanından izin verin, sonra düğmelerine basın.",
  },
  "not-found": {
    camera: "Kamera bulunamadı. Başkaları sizi göremiyor. Bir tane takın, hemen kullanılır.",
    microphone: "Mikrofon bulunamadı. Başkaları sizi duyamıyor. Bir tane takın, hemen kullanılır.",
    both: "Kamera ve mikrofon bulunamadı. Başkaları sizi göremiyor ve duyamıyor. Bir tane takın, hemen kullanılır.",
  },
  "in-use": {
    camera: "Kameranızı başka bir program kullanıyor. Başkaları sizi göremiyor. O programı kapatın, sonra " +
      "kamera düğmesine basın.",
    microphone: "Mikrofonunuzu başka bir program kullanıyor. Başkaları sizi duyamıyor. O programı kapatın, sonra " +
      "mikrofon düğmesine basın.",
    both: "Kameranızı ve mikrofonunuzu başka bir program kullanıyor. Başkaları sizi göremiyor ve duyamıyor. " +
      "O programı kapatın, sonra düğmelerine basın.",
  },
  "insecure": {
    camera: "Tarayıcılar kameraya yalnızca HTTPS sayfalarında izin verir. Başkaları sizi göremiyor. Bu sayfayı " +
      "https:// adresinden açın.",
    microphone: "Tarayıcılar mikrofona yalnızca HTTPS sayfalarında izin verir. Başkaları sizi duyamıyor. Bu " +
      "sayfayı https:// adresinden açın.",
    both: "Tarayıcılar kamera ve mikrofona yalnızca HTTPS sayfalarında izin verir. Başkaları sizi göremiyor " +
      "ve duyamıyor. Bu sayfayı https:// adresinden açın.",
  },
  "failed": {
    camera: "Kameranız başlamadı. Başkaları sizi göremiyor. Çıkarıp yeniden takın, sonra kamera düğmesine basın.",
    microphone:
      "Mikrofonunuz başlamadı. Başkaları sizi duyamıyor. Çıkarıp yeniden takın, sonra mikrofon düğmesine basın.",
    both: "Kameranız ve mikrofonunuz başlamadı. Başkaları sizi göremiyor ve duyamıyor. Çıkarıp yeniden " +
      "takın, sonra düğmelerine basın.",
  },
};
