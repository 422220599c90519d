/** Counts how often a page is loaded, by itself or by a person. */

import type { Page, Request } from "playwright-core";

/** How often a page has been loaded. */
export class Loads {
  count = 0;
  #page: Page | null = null;

  watch(page: Page): void {
    this.#page = page;
    page.on("request", (request) => this.count += Number(request.isNavigationRequest()));
  }

  /** Throws when it has not been loaded so often after 15 s. */
  async waitFor(count: number): Promise<void> {
    const predicate = (request: Request) => request.isNavigationRequest();
    while (this.count < count) await this.#page?.waitForEvent("request", predicate);
  }
}
