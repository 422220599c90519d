/** The button that `embed.js` puts on a page of somebody else, of another origin, under a policy that allows little. */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { PATIENCE_MS } from "./person.ts";

/** Another site than the server's, which is on localhost. */
const HOSTNAME = "127.0.0.1";

/** A page of somebody else's, with this in its body and no script, style or picture of its own. */
class OtherSite implements AsyncDisposable {
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  constructor(body: string, callOrigin: string) {
    const html = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Tea house</title><body><main>` +
      `<h1>Tea house</h1>${body}</main><script src="${callOrigin}/embed.js" async></script>`;
    this.#server = Deno.serve({ hostname: HOSTNAME, port: 0, onListen() {} }, () =>
      new Response(html, {
        headers: {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": `default-src 'none'; script-src ${callOrigin}`,
          "cross-origin-embedder-policy": "require-corp", // The strictest that a page may ask for.
        },
      }));
  }

  get url(): string {
    return `http://${HOSTNAME}:${this.#server.addr.port}/`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

/** Opens a page of another site, on which the given links stand, and returns it once they are buttons. */
async function visit(scene: Scene, url: string, { isDressed = true } = {}): Promise<ChromiumPerson> {
  const visitor = await scene.open({ origin: url, path: "" });
  if (isDressed) await visitor.page.locator("a svg").first().waitFor();
  return visitor;
}

async function press(page: Page, name: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.context().waitForEvent("page", { timeout: PATIENCE_MS }),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  opened.setDefaultTimeout(PATIENCE_MS);
  return opened;
}

browserTest("A button on another page calls who it names, in a tab of its own, and does nothing else there", async (
  scene,
  step,
) => {
  const kim = await scene.open();
  const id = await kim.readId();
  const { origin } = scene.server;
  const link = (attributes: string) => `<p><a href="${origin}/#${id}" ${attributes}>Call me</a></p>`;
  await using site = new OtherSite(
    [
      link(`data-video-call="${id}" data-name="Kim" data-language="en-GB"`),
      link(`data-video-call="${id}" data-name=" <b>Kim</b> "`),
      link(`data-video-call="${id}" data-name="Kim" data-language="ar"`),
      link(`data-video-call="${id}" data-language="sv" lang="sv"`),
      link(`data-video-call="javascript:alert(1)" data-name="Kim"`),
      link(`class="plain"`),
    ].join(""),
    origin,
  );
  const visitor = await visit(scene, site.url);
  const { page } = visitor;
  await step("It is said in the language that the link asks for, or its page, and a name is text", async () => {
    assertEquals(await page.getByRole("link").allInnerTexts(), [
      "Call Kim",
      "<b>Kim</b> anrufen",
      "الاتصال بـ Kim",
      "Video call",
      "Call me",
      "Call me",
    ]);
    assertEquals(await page.locator("a[dir=rtl]").count(), 1);
    assertEquals(await page.locator("main b, main img, main script").count(), 0);
  });
  await step("It looks like a button under a policy that allows no style, and shuts nobody out", async () => {
    const box = await page.getByRole("link", { name: "Call Kim" }).boundingBox();
    assert(box !== null && box.height >= 44, JSON.stringify(box));
    const readGround = (selector: string) =>
      visitor.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`);
    assertEquals(await readGround("a"), "rgb(11, 122, 80)");
    assertEquals(await readGround("p:nth-of-type(5) a"), "rgba(0, 0, 0, 0)", "What names no ID stays a link");
    assertEquals(await readGround(".plain"), "rgba(0, 0, 0, 0)");
    await assertAccessible(visitor, "a page with buttons");
  });
  await step("A press opens the call's page, which has no hold on this one, and Kim rings", async () => {
    const opened = await press(page, "Call Kim");
    await opened.waitForURL(`${origin}/#${id}`);
    assertEquals(await opened.evaluate("[window.opener, document.referrer]"), [null, ""]);
    await opened.getByRole("button", { name: "Call", exact: true }).click();
    await kim.seeRinging();
    assertEquals(page.url(), site.url);
  });
  await step("Without its style, the picture on it is as large as elsewhere", async () => {
    await page.evaluate("document.adoptedStyleSheets = []");
    const box = await page.locator("a svg").first().boundingBox();
    assertEquals([box?.width, box?.height], [24, 24]);
  });
  await step("A browser that is too old for the style keeps each link as it is", async () => {
    const errors: Promise<Error>[] = [];
    const prepare = async (page: Page) => {
      errors.push(page.waitForEvent("pageerror"));
      await page.addInitScript(
        `CSSStyleSheet = class { constructor() { throw new TypeError("Illegal constructor"); } }`,
      );
    };
    const other = await scene.open({ origin: site.url, path: "", prepare });
    assertEquals((await Promise.all(errors)).map(({ message }) => message), ["Illegal constructor"]);
    assertEquals(await other.page.getByRole("link").allInnerTexts(), Array(6).fill("Call me"));
    assertEquals(await other.page.locator("svg").count(), 0);
  });
  await step("The script is asked for anew each time, since its name stays, and has one address", async () => {
    const answers = await Promise.all(["embed.js", "build/embed.js"].map((path) => fetch(`${origin}/${path}`)));
    await Promise.all(answers.map(({ body }) => body?.cancel()));
    assertEquals(answers.map(({ status }) => status), [200, 404]);
    assertEquals(answers[0]?.headers.get("cache-control"), "no-cache");
  });
});

browserTest("Where scripts may not run, or the server is away, the link is there and leads to the same page", async (
  scene,
) => {
  const kim = await scene.open();
  const id = await kim.readId();
  const { origin } = scene.server;
  const nowhere = "http://127.0.0.1:1";
  await using site = new OtherSite(`<a href="${origin}/#${id}" data-video-call="${id}">Call Kim</a>`, nowhere);
  const { page } = await visit(scene, site.url, { isDressed: false });
  await page.getByRole("link", { name: "Call Kim", exact: true }).click();
  await page.waitForURL(`${origin}/#${id}`);
  await page.locator("#invitation").waitFor();
});
