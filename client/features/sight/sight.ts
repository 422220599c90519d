/**
 * Tells the other end how large its picture is seen here, so that it sends that and no more: nothing to a page that
 * nobody looks at, and little to a small one. What it says of itself limits the camera's picture here.
 */

import { count, nullable, shape } from "../../../signaling/protocol/guards.ts";
import type { Feature, FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { findLines, watchSight } from "./seen.ts";

const isSight = shape({ lines: nullable(count()) });

class Sight implements Feature<null> {
  readonly view = null;
  readonly #line: FeatureLine;
  readonly #unwatch: () => void;
  /** What the other end takes this end to see: all, before anything is said. */
  #told: number | null = null;

  constructor(line: FeatureLine) {
    this.#line = line;
    this.#unwatch = watchSight(() => this.#tell());
    this.#tell();
  }

  #tell(): void {
    const lines = findLines();
    if (lines === this.#told) return;
    this.#told = lines;
    this.#line.send({ lines }, { isLatest: true });
  }

  receive(body: unknown): void {
    if (isSight(body)) this.#line.needPicture(body.lines);
  }

  close(): void {
    this.#unwatch();
    this.#line.needPicture(null);
  }
}

export function open(line: FeatureLine, _call: FeatureCall): Feature {
  return new Sight(line);
}
