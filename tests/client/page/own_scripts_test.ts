import { assertThrows } from "@std/assert";
import { ownScript } from "../../../client/page/own_scripts.ts";

Deno.test("ownScript() lets through no script that is not on its list, however it is written", () => {
  const paths = ["", "worker.js", "/build/worker.js", "//evil.example/worker.js", "https://evil.example/worker.js"];
  for (const path of [...paths, "data:text/javascript,1", "blob:null/1"]) assertThrows(() => ownScript(path));
});
