/** What the page says of itself as an app, in Simplified Chinese. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "作为应用使用",
  install: "安装",
  notNow: "暂不",
  why: "一点即开，没有网络也行，浏览器还会更久地保留你的 ID 和联系人。",
  whyHomeScreen: "七天未访问，Safari 就会忘记你的 ID。主屏幕上的应用会保留自己的 ID，但那是一个新 ID。" +
    "点按“共享”，再点按“添加到主屏幕”。",
  ownLink: "这是你自己的链接。此浏览器的所有标签页都使用你的 ID，因此这里不会有人接听。",
  trySecond: "用第二个 ID 试试",
  trial: "在关闭或刷新之前，此标签页使用第二个 ID。呼叫你平时的 ID，另一个标签页就会响铃。",
  useUsual: "使用我平时的 ID",
  newVersion: "此页面有新版本。",
  reload: "刷新",
};
