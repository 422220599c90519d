/**
 * Draws each page's first screen as HTML, with the components that draw it in the browser, before anything is known: no
 * ID, no name, no missed calls. `build.ts` runs it and puts the results into the documents. Not part of the client.
 */

import { renderToString } from "preact-render-to-string";
import type { Actions } from "../../model/state.ts";
import { App, LiveRegion } from "../../screens/app.tsx";
import { HomeScreen } from "../../screens/home/home.tsx";
import { CheckPage } from "../../screens/check/check_page.tsx";

/** HTML has no handlers, so none of them is ever called. */
const NO_ACTIONS = {} as Actions;

const drawInvitation = (offered: "awaited" | "awaited by name") =>
  renderToString(
    <>
      <HomeScreen actions={NO_ACTIONS} offered={offered} isBehindDialog={false} />
      <LiveRegion />
    </>,
  );

/** By the names of the pages, and what a guest sees in place of the first page's, whose link may name its person. */
export const FIRST_SCREENS = {
  index: renderToString(<App actions={NO_ACTIONS} />),
  guest: drawInvitation("awaited"),
  namedGuest: drawInvitation("awaited by name"),
  check: renderToString(<CheckPage onStart={() => {}} />),
};
