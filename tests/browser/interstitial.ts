/** A browser's warning of a certificate that nobody vouches for, and going on as a person does. */

import type { Page } from "playwright-core";

/** Opens an address of a server that signs for itself: reads the warning, and presses *Advanced* and *Proceed*. */
export async function proceedPastWarning(page: Page, url: string): Promise<void> {
  const refusal: unknown = await page.goto(url).then(() => null, (error: unknown) => error);
  if (!/ERR_CERT_AUTHORITY_INVALID/.test(String(refusal))) {
    throw new Error(`Chromium must warn of the certificate and say who signed it, not ${String(refusal)}`);
  }
  await page.locator("#details-button").click();
  await page.locator("#proceed-link").click();
  await page.waitForURL((each) => each.origin === new URL(url).origin);
}
