/**
 * Runs `prerender.tsx`, bundled like the pages' scripts, and returns what it draws. It bundles instead of importing
 * because a build that watches must see changes. Part of the build, not of the client.
 */

import * as esbuild from "esbuild";

/** What a component asks of a browser while it is drawn. The style sheet hides what a browser turns out to lack. */
const BROWSER = `const navigator = { languages: ["en"], share() {} };`;

export type CodeOptions = Pick<
  esbuild.BuildOptions,
  "bundle" | "define" | "format" | "inject" | "jsx" | "jsxFactory" | "jsxFragment" | "target"
>;
export type FirstScreens = Readonly<Record<"index" | "guest" | "namedGuest" | "check", string>>;

function isFirstScreens(value: unknown): value is FirstScreens {
  const screens: Record<string, unknown> = { ...(typeof value === "object" ? value : null) };
  return ["index", "guest", "namedGuest", "check"].every((name) => typeof screens[name] === "string");
}

export async function drawFirstScreens(options: CodeOptions): Promise<FirstScreens> {
  const { outputFiles: [output] = [] } = await esbuild.build({
    ...options,
    entryPoints: ["client/page/build/prerender.tsx"],
    write: false,
    banner: { js: BROWSER },
  });
  const code = new TextDecoder().decode(output?.contents);
  const { FIRST_SCREENS }: Record<string, unknown> = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  if (!isFirstScreens(FIRST_SCREENS)) {
    throw new Error("Cannot build the pages: prerender.tsx has drawn no first screens");
  }
  return FIRST_SCREENS;
}
