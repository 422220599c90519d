/** What the scanner of QR codes says, in Korean. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "스캔",
  title: "QR 코드 스캔",
  hint: "상대방 링크의 QR 코드에 카메라를 맞추세요.",
  close: "닫기",
  opening: "카메라를 여는 중…",
  notALink: "전화할 수 있는 링크의 QR 코드가 아니에요.",
  own: "내 QR 코드예요. 다른 사람이 이 코드를 스캔해서 전화해요.",
  elsewhere: (host) => `이 QR 코드는 여기가 아닌 다른 곳(${host})으로 연결돼요. 휴대전화의 카메라로 여세요.`,
  denied: "브라우저 설정에서 이 페이지의 카메라 사용을 허용하거나 링크를 붙여넣으세요.",
  missing: "스캔할 카메라가 없으니 링크를 붙여넣거나 ID를 입력하세요.",
  failed: "카메라가 열리지 않았어요. 카메라를 쓰는 다른 앱을 닫고 다시 스캔하세요.",
  unloaded: "스캐너를 불러오지 못했어요. 연결을 확인한 다음 페이지를 새로고침하세요.",
};
