/** What the pictures show that two people compare, in Korean. */

import type { ThingWords } from "../en/things.ts";

const names =
  "강아지,고양이,사자,말,유니콘,돼지,코끼리,토끼,판다,수탉,펭귄,거북이,물고기,문어,나비,튤립,나무,선인장,버섯,지구본,초승달,구름,불꽃,바나나,사과,딸기," +
  "옥수수,피자,케이크,하트,스마일,로봇,모자,안경,스패너,산타,엄지,우산,모래시계,알람,선물,전구,책,연필,클립,가위,자물쇠,열쇠,망치,전화기,깃발,기차," +
  "자전거,비행기,로켓,트로피,축구공,기타,트럼펫,벨,닻,헤드셋,폴더,압정";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "그림을 불러오지 못했어요. 두 페이지의 언어가 다르면 숫자를 비교하세요.",
};
