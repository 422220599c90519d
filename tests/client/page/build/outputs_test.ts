import { assertEquals, assertNotEquals } from "@std/assert";
import { countGzipBytes, type Output, splitLoads } from "../../../../client/page/build/outputs.ts";

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

Deno.test("What is loaded on demand may load more on demand, and nothing counts twice", () => {
  const named = (name: string, laterImports: string[], entryPoint: string | null = `${name}.ts`): Output => ({
    ...{ name, entryPoint, contents: new Uint8Array(), imports: [], laterImports },
  });
  const all = [
    named("script", ["behind", "speaking"]),
    named("speaking", [], "client/words/speaking.ts"),
    named("behind", ["panel"]),
    named("panel", ["drawings", "behind"]),
    named("drawings", ["panel", "script"]),
  ];
  const [script] = all;
  if (script === undefined) throw new Error("There is a script");
  const { later, onDemand, parts } = splitLoads(script, all, ["panel.ts", "drawings.ts"]);
  const namesOf = (outputs: Iterable<Output> = []) => [...outputs].map(({ name }) => name);
  assertEquals(namesOf(later), ["behind"]);
  assertEquals(namesOf(onDemand), ["panel", "drawings"]);
  assertEquals(namesOf(parts.get("drawings.ts")), ["drawings"]);
});
