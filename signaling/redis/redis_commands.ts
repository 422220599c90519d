/**
 * The commands that an uplink sends, for one server and for a Cluster's node, whose channels are sharded: a batch of
 * all there is, how many subscribe, and the end of a connection that was given up. `redis_uplink.ts` decides when.
 */

import type { Redis } from "ioredis";
import calculateSlot from "cluster-key-slot";

/** What Redis knows a connection by, and which run of Redis that was: a restarted one counts anew. */
export interface ClientId {
  readonly runId: string;
  readonly id: number;
}

/** Whether a node refused because the slot is another's. */
export function isMoved(error: Error | null | undefined): boolean {
  return error?.message.startsWith("MOVED") ?? false;
}

export interface Outgoing {
  readonly added: string[];
  readonly removed: string[];
  readonly publications: readonly { readonly channel: string; readonly frame: string }[];
}

export interface Answers {
  /** What became of the channels that were added. */
  readonly subscribed: { readonly names: string[]; readonly error: Error | null }[];
  /** What became of each publication: the reply counts the receivers. */
  readonly published: { readonly error: Error | null; readonly reply: unknown }[];
}

/** Sends all of it at once, in this order, and returns what Redis answers; rejects if the connection breaks. */
export async function sendPipeline(redis: Redis, outgoing: Outgoing, isSharded: boolean): Promise<Answers> {
  const pipeline = redis.pipeline();
  // Channels of several slots may not be in one SSUBSCRIBE.
  const groups = (channels: string[]) => isSharded ? channels.map((name) => [name]) : [channels].filter((g) => g[0]);
  const [added, removed] = [groups(outgoing.added), groups(outgoing.removed)];
  for (const names of added) isSharded ? pipeline.ssubscribe(...names) : pipeline.subscribe(...names);
  for (const names of removed) isSharded ? pipeline.sunsubscribe(...names) : pipeline.unsubscribe(...names);
  for (const { channel, frame } of outgoing.publications) {
    isSharded ? pipeline.spublish(channel, frame) : pipeline.publish(channel, frame);
  }
  const results = (await pipeline.exec() ?? []).map(([error, reply]) => ({ error, reply }));
  return {
    subscribed: added.map((names, index) => ({ names, error: results[index]?.error ?? null })),
    published: results.slice(added.length + removed.length),
  };
}

/**
 * Counts the subscribers of each of `channels`; rejects if it cannot be told. A Cluster's node counts none in a slot
 * that has been taken from it, and says nothing of that; publishing to a channel that nobody can have makes it say so.
 */
export async function countSubscribers(
  redis: Redis,
  channels: readonly string[],
  isSharded: boolean,
): Promise<number[]> {
  const pipeline = redis.pipeline().call("PUBSUB", isSharded ? "SHARDNUMSUB" : "NUMSUB", ...channels);
  const probes = isSharded
    ? new Map(channels.map((channel) => [calculateSlot(channel), `${channel}:probe`]))
    : new Map();
  for (const probe of probes.values()) pipeline.spublish(probe, "");
  const results = await pipeline.exec() ?? [];
  for (const [error] of results) if (error !== null) throw error;
  const reply = results[0]?.[1];
  if (!Array.isArray(reply) || reply.length !== channels.length * 2) throw new Error("Cannot count subscribers");
  const counts = channels.map((_, index) => Number(reply[index * 2 + 1]));
  if (!counts.every(Number.isSafeInteger)) throw new Error("Cannot count subscribers");
  return counts;
}

/**
 * Lists the sharded channels that Redis still has this connection subscribed to. It drops those of a slot that it has
 * lost by a push for each, of which ioredis' event does not tell the channel.
 */
export function listSubscribed(redis: Redis): Set<string> {
  const subscriber = redis.condition?.subscriber;
  return new Set(subscriber ? subscriber.channels("ssubscribe") : []);
}

/**
 * Ends the connection before this one, which may live on in Redis alone and would be counted as a receiver; returns
 * what this one is known by, or null where that is not allowed: Redis finds out by itself then (`tcp-keepalive`).
 */
export async function endPredecessor(redis: Redis, predecessor: ClientId | null): Promise<ClientId | null> {
  try {
    const [info, id] = await Promise.all([redis.info("server"), redis.call("CLIENT", "ID")]);
    const runId = /^run_id:(\w+)/m.exec(info)?.[1];
    if (runId === undefined) return null;
    if (predecessor?.runId === runId) await redis.call("CLIENT", "KILL", "ID", predecessor.id);
    return Number.isSafeInteger(id) ? { runId, id: Number(id) } : null;
  } catch {
    return null;
  }
}
