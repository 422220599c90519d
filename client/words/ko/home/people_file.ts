/** What is said of people in a file, in Korean. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const peopleFile: PeopleFileWords = {
  note: "연락처의 사본을 보관하거나 다른 기기로 옮기세요. 이 암호 문구로만 파일을 열 수 있어요.",
  passphrase: "암호 문구",
  tooShort: "8자 이상 입력하세요.",
  export: "내보내기",
  import: "가져오기",
  exported: plural({ other: (count) => `${count}명의 연락처를 내보냈어요.` }),
  imported: plural({ other: (count) => `${count}명의 연락처를 가져왔어요.` }),
  wrong: "이 암호 문구로는 파일을 열 수 없어요. 확인하고 다시 시도하세요.",
  foreign: "여기서 읽을 수 없는 파일이에요. 이 페이지에서 내보낸 파일을 선택하세요.",
  tooLarge: "파일이 너무 커요. 여기서 내보낸 파일이 아니에요.",
  done: "완료",
};
