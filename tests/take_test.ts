/** What deploy/take.sh checks out of a repository: the commit that was asked for, and nothing else. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isMissing } from "./doubles/programs.ts";

const TAKE = new URL("../deploy/take.sh", import.meta.url);

async function run(folder: string, ...words: string[]): Promise<{ success: boolean; output: string }> {
  const [program = "", ...args] = words;
  const identity = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example", GIT_COMMITTER_NAME: "a" };
  const env = { ...identity, GIT_COMMITTER_EMAIL: "a@example", GIT_CONFIG_GLOBAL: "/dev/null" };
  const { success, stdout, stderr } = await new Deno.Command(program, { args, cwd: folder, env }).output();
  const [text, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  return { success, output: `${text}${errors}` };
}

async function git(folder: string, ...words: string[]): Promise<string> {
  const { success, output } = await run(folder, "git", ...words);
  assert(success, output);
  return output;
}

/** Commits a file of this content under a tag and returns the commit. */
async function publish(folder: string, tag: string, text: string): Promise<string> {
  await Deno.writeTextFile(`${folder}/file`, text);
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--message", text);
  await git(folder, "tag", "--force", "--annotate", "--message", text, tag);
  return await git(folder, "rev-parse", "HEAD");
}

const NAME = "take.sh checks out the commit that the tag leads to, if it is the one that was named";
Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { git: "git", bash: "bash" }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const [upstream, here] = [`${folder}/upstream`, `${folder}/here`];
    await Deno.mkdir(`${upstream}/deploy`, { recursive: true });
    await git(upstream, "init", "--quiet");
    await Deno.copyFile(TAKE, `${upstream}/deploy/take.sh`);
    const first = await publish(upstream, "v1", "one");
    await git(folder, "clone", "--quiet", "--depth", "1", `file://${upstream}`, here);
    const second = await publish(upstream, "v2", "two");
    const take = (...words: string[]) => run(here, "deploy/take.sh", ...words);
    const readFile = () => Deno.readTextFile(`${here}/file`);
    const refuse = async (words: string[], reason: string) => {
      const { success, output } = await take(...words);
      assert(!success, words.join(" "));
      assertStringIncludes(output, reason);
      assertEquals(await readFile(), "one");
    };

    await refuse([], "TAG names none");
    await refuse(["--upload-pack=x", second], "TAG names none");
    await refuse(["v2"], "not the whole hash");
    await refuse(["v2", second.slice(0, 12)], "not the whole hash");
    await refuse(["v2", "HEAD"], "not the whole hash");
    await refuse(["v3", second], "no such tag");
    await refuse(["v2", second.replace(/^./, (digit) => digit === "0" ? "1" : "0")], `leads to ${second}`);
    assertEquals((await take("v1", first)).success, true);
    await Deno.writeTextFile(`${here}/file`, "mine");
    assertStringIncludes((await take("v2", second)).output, "were changed");
    await git(here, "checkout", "file");

    assertEquals(await take("v2", second), { success: true, output: "" });
    assertEquals([await readFile(), await git(here, "rev-parse", "HEAD")], ["two", second]);
    assertEquals(await take("v1", first), { success: true, output: "" });
    // Whoever may write there moves the tag.
    const third = await publish(upstream, "v2", "three");
    await refuse(["v2", second], `leads to ${third}`);
    await Deno.remove(folder, { recursive: true });
  },
});
