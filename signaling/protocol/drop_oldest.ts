/**
 * Keeps what is remembered of others within bounds: whoever is remembered first is forgotten first. Maps and Sets keep
 * the order in which entries came; whoever is heard again goes to the end by being deleted and added. Pure; server and
 * page use it.
 */

/** Forgets the oldest entry where there are more than `max`. Called for each addition, it keeps to that. */
export function dropOldest<K>(entries: Map<K, unknown> | Set<K>, max: number): void {
  if (entries.size <= max) return;
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
