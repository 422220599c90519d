/** What the pictures show that two people compare, in Simplified Chinese. */

import type { ThingWords } from "../en/things.ts";

const names =
  "小狗,猫咪,狮子,骏马,独角兽,小猪,大象,兔子,熊猫,公鸡,企鹅,乌龟,金鱼,章鱼,蝴蝶,郁金香,大树,仙人掌,蘑菇,地球仪,月亮,云朵,火焰,香蕉,苹果,草莓," +
  "玉米,披萨,蛋糕,爱心,笑脸,机器人,礼帽,眼镜,扳手,圣诞老人,拇指,雨伞,沙漏,闹钟,礼物,灯泡,书本,铅笔,回形针,剪刀,挂锁,钥匙,锤子,电话,旗帜,火车,自行车," +
  "飞机,火箭,奖杯,足球,吉他,小号,铃铛,船锚,耳机,文件夹,图钉";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "图片未能加载。如果你们的页面语言不同，请核对数字。",
};
