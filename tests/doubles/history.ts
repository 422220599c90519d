/**
 * What happened to every message of a run, as its ends saw it, and the verdict on it. A stream is what one tab says in
 * one call; each tab of the remote peer hears it or a beginning of it, and the sender binds it to one of them.
 *
 * Each send has exactly one fate. `delivered` is a promise: the bound tab has it, once and in its place. `refused` and
 * `expired` promise that nobody waits for it any more; it may have arrived all the same, since the acknowledgement may
 * be what was lost, but then in its place and not twice.
 */

export const FATES = ["delivered", "refused", "expired"] as const;
export type Fate = typeof FATES[number];

type Stream = {
  readonly sent: string[];
  readonly fates: Map<string, Fate>;
  /** What each receiving tab was given, in its order. */
  readonly got: Map<string, string[]>;
  boundTabId: string | null;
};

export class History {
  readonly #streams = new Map<string, Stream>();
  readonly #problems: string[] = [];
  sentCount = 0;
  deliveryCount = 0;
  readonly fateCounts: Record<Fate, number> = { delivered: 0, refused: 0, expired: 0 };

  recordSend(streamId: string, label: string): void {
    this.#stream(streamId).sent.push(label);
    this.sentCount++;
  }

  recordBind(streamId: string, tabId: string): void {
    this.#stream(streamId).boundTabId = tabId;
  }

  recordDelivery(streamId: string, tabId: string, label: string): void {
    const { got } = this.#stream(streamId);
    const labels = got.get(tabId) ?? [];
    labels.push(label);
    got.set(tabId, labels);
    this.deliveryCount++;
  }

  recordFate(streamId: string, label: string, fate: Fate): void {
    const stream = this.#stream(streamId);
    const earlier = stream.fates.get(label);
    if (earlier !== undefined) this.#problems.push(`${streamId}: ${label} was ${earlier}, and then ${fate}`);
    const isDue = fate === "delivered" && !this.#receivers(stream).some((labels) => labels.includes(label));
    if (isDue) this.#problems.push(`${streamId}: ${label} was acknowledged before it was delivered`);
    stream.fates.set(label, fate);
    this.fateCounts[fate]++;
  }

  /** Returns a sentence for each message that was lost, repeated, out of order, or without exactly one fate. */
  findProblems(): string[] {
    return [...this.#problems, ...[...this.#streams].flatMap(([id, stream]) => this.#judge(id, stream))];
  }

  #judge(id: string, stream: Stream): string[] {
    const { sent, fates, got } = stream;
    const fateless = sent.filter((label) => !fates.has(label)).map((label) => `${id}: ${label} has no fate`);
    const stray = [...fates.keys()].filter((label) => !sent.includes(label)).map((label) => `${id}: ${label} is stray`);
    return [
      ...fateless,
      ...stray,
      ...[...got].flatMap(([tabId, labels]) => this.#judgeOrder(id, stream, tabId, labels)),
    ];
  }

  /** What a tab was given must be the stream from its beginning, without what was refused and never came. */
  #judgeOrder(id: string, { sent, fates }: Stream, tabId: string, labels: readonly string[]): string[] {
    const known = new Set(labels);
    const repeated = labels.length - known.size;
    if (repeated > 0) return [`${id}: ${repeated} messages came to ${tabId} more than once`];
    const due = sent.filter((label) => known.has(label) || fates.get(label) !== "refused");
    const index = labels.findIndex((label, place) => label !== due[place]);
    if (index < 0) return [];
    return [`${id}: ${labels[index]} came to ${tabId} where ${due[index] ?? "nothing"} was due`];
  }

  /** The tabs whose having a message counts: the bound one, or any while there is none. */
  #receivers({ got, boundTabId }: Stream): string[][] {
    return boundTabId === null ? [...got.values()] : [got.get(boundTabId) ?? []];
  }

  #stream(id: string): Stream {
    const known = this.#streams.get(id);
    if (known !== undefined) return known;
    const stream: Stream = { sent: [], fates: new Map(), got: new Map(), boundTabId: null };
    this.#streams.set(id, stream);
    return stream;
  }
}
