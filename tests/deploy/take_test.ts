/** What deploy/take.sh checks out of a repository: the commit that was asked for, and nothing else. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isMissing } from "../doubles/programs.ts";

const TAKE = new URL("../../deploy/take.sh", import.meta.url);

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

const CLOUD_INIT = "cloud-init runs nothing of a release before its commit is compared, and shows nobody its file";
Deno.test({
  name: CLOUD_INIT,
  ignore: isMissing(CLOUD_INIT, { git: "git", bash: "bash" }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const upstream = `${folder}/upstream`;
    await Deno.mkdir(`${upstream}/deploy`, { recursive: true });
    await git(upstream, "init", "--quiet");
    await Deno.writeTextFile(`${upstream}/deploy/setup.sh`, `#!/bin/sh\ntouch ${folder}/ran\n`, { mode: 0o755 });
    const commit = await publish(upstream, "v1.0.0", "one");
    const text = await Deno.readTextFile(new URL("cloud-init.yaml", TAKE));
    const [, settings = ""] = /permissions: "0600".*\n {4}content: \|\n((?: {6}.*\n)+)/.exec(text) ?? [];
    const [, script = ""] = /- - bash\n {4}- -euc\n {4}- \|\n((?: {6}.*\n)+)/.exec(text) ?? [];
    const start = async (named: string) => {
      await Deno.writeTextFile(
        `${folder}/setup`,
        settings.replace(/REPOSITORY=.*/, `REPOSITORY=file://${upstream}`).replace(/COMMIT=.*/, `COMMIT=${named}`),
      );
      const here = script.replace("/etc/video-calling.setup", `${folder}/setup`)
        .replaceAll("/opt/video-calling/source", `${folder}/${named}`);
      const { success, output } = await run(folder, "bash", "-euc", here);
      const didRun = await Deno.stat(`${folder}/ran`).then(() => true, () => false);
      return { success, output, didRun };
    };
    const other = await start("0".repeat(40));
    assertEquals([other.success, other.didRun, other.output], [false, false, `v1.0.0 is not ${"0".repeat(40)}`]);
    assertEquals(await start(commit), { success: true, output: "", didRun: true });
    await Deno.remove(folder, { recursive: true });
  },
});

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
