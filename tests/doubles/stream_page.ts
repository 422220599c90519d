/**
 * Today's page as it was built, but that it shows its lines to whoever drives it: the feature that has streams sends files
 * and nothing else, and a test that needs a call's streams in a browser must get at its line. One place in the code that was built is
 * changed, and all else is what people get.
 */

const ROOT = new URL("../../", import.meta.url).pathname;
/** Of the class that a line is: names of properties stay when the code is made smaller. */
const METHOD = /(?<=[;}])(?=openStream=\w+=>)/g;
const SHOWN = "shown=(globalThis.lines??=[]).push(this);";

export type StreamPage = AsyncDisposable & {
  /** What a server is started with that serves this page. */
  readonly options: { readonly folder: string; readonly script: string };
};

export async function createStreamPage(): Promise<StreamPage> {
  const folder = await Deno.makeTempDir({ prefix: "stream-page-" });
  await copy(`${ROOT}static`, `${folder}/static`);
  let count = 0;
  for await (const { name } of Deno.readDir(`${folder}/static/build`)) {
    if (!/^part-.*\.js$/.test(name)) continue;
    const path = `${folder}/static/build/${name}`;
    const code = await Deno.readTextFile(path);
    const found = code.match(METHOD)?.length ?? 0;
    count += found;
    if (found === 0) continue;
    await Deno.writeTextFile(path, code.replace(METHOD, SHOWN));
    for (const ending of [".br", ".gz"]) await Deno.remove(path + ending);
  }
  if (count !== 1) throw new Error(`Cannot make a page that shows its lines: found ${count} places, and not one`);
  return {
    options: { folder, script: `${ROOT}server.ts` },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copy(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** Runs in such a page, once it is connected: a feature that a test has. */
export const STREAM_FEATURE = `{
  const line = lines.findLast((each) => !each.isClosed);
  const fill = (from, length) => Uint8Array.from({ length }, (_, index) => (from + index) * 31 % 251);
  globalThis.streamFeature = {
    line,
    received: 0,
    wrong: 0,
    ended: [],
    /** What is done as soon as so many bytes have come back, whatever is still on its way. */
    midway: null,
    /** Sends back whatever comes as an echo, and counts whatever comes as a load. */
    offer() {
      line.offerStreams("echo", async (reader) => {
        const writer = await line.openStream("back");
        for (let part = await reader.read(); part !== null; part = await reader.read()) await writer.write(part);
        await writer.close();
      });
      line.offerStreams("back", (reader) => this.count(reader));
      line.offerStreams("load", (reader) => this.count(reader));
    },
    async count(reader) {
      try {
        let at = 0;
        for (let part = await reader.read(); part !== null; part = await reader.read()) {
          if (part.some((byte, index) => byte !== (at + index) * 31 % 251)) this.wrong++;
          at += part.length;
          this.received += part.length;
          if (this.midway === null || this.received < this.midway.bytes) continue;
          const { act } = this.midway;
          this.midway = null;
          act();
        }
        this.ended.push("read");
      } catch (error) {
        this.ended.push(error.code);
      }
    },
    /** Writes so many bytes, as fast as they are taken. */
    async write(label, length) {
      try {
        const writer = await line.openStream(label);
        for (let at = 0; at < length; at += 32_768) await writer.write(fill(at, Math.min(32_768, length - at)));
        await writer.close();
        this.ended.push("written");
      } catch (error) {
        this.ended.push(error.code);
      }
    },
  };
  streamFeature.offer();
}`;
