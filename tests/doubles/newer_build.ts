/** The page as a later build would have it: the same files, but a script of another name, and a document that names that. */

/** Makes it in a folder of its own, for `startServerProcess` to run in; whoever asks for it removes it. */
export async function makeNewerBuild(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const copy = async (from: string, to: string): Promise<void> => {
    await Deno.mkdir(to);
    for await (const { name, isDirectory } of Deno.readDir(from)) {
      const [source, target] = [`${from}/${name}`, `${to}/${rename(name)}`];
      // What is compressed would have to be changed as well, and is never needed.
      if (isDirectory) await copy(source, target);
      else if (/\.(?:html|js)$/.test(name)) await Deno.writeTextFile(target, rename(await Deno.readTextFile(source)));
      else if (!/\.(?:br|gz)$/.test(name)) await Deno.copyFile(source, target);
    }
  };
  await copy(new URL("../../static", import.meta.url).pathname, `${folder}/static`);
  return folder;
}

/** Nothing names the script but the document and the service worker, so that its own hash stays right. */
function rename(text: string): string {
  return text.replace(/index-script-[0-9A-Z]{8}/g, "index-script-NEWBUILD")
    .replace(/(?<= )[0-9a-f]{16}(?=`)/, "new"); // What the service worker keeps its build under.
}
