import { assertEquals, assertNotEquals } from "@std/assert";
import { countGzipBytes, type Output } from "../../../../client/page/build/outputs.ts";

function script(code: string): Output {
  return {
    name: "part-AAAAAAAA.js",
    contents: new TextEncoder().encode(code),
    entryPoint: null,
    imports: [],
    laterImports: [],
  };
}

const loading = (...hashes: string[]) => script(hashes.map((hash) => `import"./part-${hash}.js";`).join(""));

Deno.test("A script weighs the same whatever the hashes of those that it loads, and more for each of them", () => {
  const bytes = countGzipBytes([loading("GHHRS42Q", "J7OWLSMW")]);
  assertEquals(countGzipBytes([loading("AAAAAAAA", "AAAAAAAB")]), bytes);
  assertEquals(countGzipBytes([loading("AAAAAAAA", "AAAAAAAA")]) < bytes, true);
  assertNotEquals(countGzipBytes([script("AAAAAAAA")]), countGzipBytes([script("GHHRS42Q")]));
});
