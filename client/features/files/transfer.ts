/** One transfer, as both ends know it: how far it is, how fast, and what is shown of it. Pure. */

import { Blocks } from "./blocks/blocks.ts";
import type { TransferId, TransferProblem, TransferStage, TransferView } from "./files_key.ts";
import { Gate } from "./blocks/gate.ts";
import { Meter } from "./blocks/meter.ts";

/** How often the same may be asked for in one call: what comes wrong so often never comes right. */
export const ROUNDS_MAX = 5;

export type NamedFile = { readonly path: string; readonly size: number };

export class Transfer {
  readonly blocks: Blocks;
  readonly gate = new Gate();
  stage: TransferStage = "offered";
  problem: TransferProblem | null = null;
  doneBytes = 0;
  rounds = 0;
  isPaused = false;
  isSaved = false;
  readonly #meter = new Meter();

  constructor(readonly id: TransferId, readonly isOutgoing: boolean, readonly files: readonly NamedFile[]) {
    this.blocks = new Blocks(files.map(({ size }) => size));
  }

  get isOver(): boolean {
    return !["offered", "moving", "interrupted"].includes(this.stage);
  }

  get canBeSaved(): boolean {
    return false;
  }

  /** Begins to move, from what is there already. */
  begin(doneBytes: number): void {
    this.stage = "moving";
    this.problem = null;
    this.doneBytes = doneBytes;
    this.#meter.restart();
  }

  end(stage: TransferStage, problem: TransferProblem | null = null): void {
    this.stage = stage;
    this.problem = problem;
  }

  pause(): void {
    this.isPaused = true;
    this.gate.close();
  }

  resume(): void {
    this.isPaused = false;
    this.gate.open();
    this.#meter.restart();
  }

  note(bytes: number, nowMs: number): void {
    this.#meter.note(this.doneBytes, nowMs);
    this.doneBytes += bytes;
  }

  view(nowMs: number): TransferView {
    const { id, isOutgoing, files, doneBytes, problem, isSaved, canBeSaved } = this;
    const isMoving = this.stage === "moving" && !this.isPaused;
    return {
      ...{ id, isOutgoing, files, bytes: this.blocks.bytes, doneBytes, problem, isSaved, canBeSaved },
      stage: this.stage === "moving" && this.isPaused ? "paused" : this.stage,
      bytesPerSecond: isMoving ? this.#meter.bytesPerSecond(doneBytes, nowMs) : null,
    };
  }
}
