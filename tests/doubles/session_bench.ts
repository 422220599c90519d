/** Sessions, a relay and fake sockets, with time standing still until it is told to go on. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { Share } from "../../signaling/limits/address_limits.ts";
import { type MessageLimits, type PeerId, REGISTER_DEADLINE_MS } from "../../signaling/protocol.ts";
import type { Bus } from "../../signaling/bus/bus.ts";
import { Counters } from "../../signaling/monitoring/counters.ts";
import { Deadlines } from "../../signaling/session/deadlines.ts";
import { MemoryBus } from "../../signaling/bus/memory_bus.ts";
import { PairBudgets } from "../../signaling/limits/pair_budgets.ts";
import type { SendPush } from "../../signaling/push/push_requests.ts";
import { Relay } from "../../signaling/session/relay.ts";
import { Session } from "../../signaling/session/session.ts";
import type { SessionContext } from "../../signaling/session/session_context.ts";
import { FakeSocket } from "./fake_socket.ts";

export const HOST = "call.example";
const ADDRESS = "192.0.2.1";
const NO_LIMITS = { messagesPerSecond: 0, messagesBurst: 0, messageLengthUnit: 1 };
/** What the bench offers the `n`th time, from 1: never the same twice, as credentials are. */
export function createOffer(n: number) {
  return { iceServers: [{ urls: ["turn:turn.example"], username: `${n}`, credential: "c" }], iceServersTtlSeconds: 60 };
}

/** What a ping adds. */
const PONG_BYTES = '{"type":"pong"}'.length;

/** A share without limits, but for the methods that are given. */
export function createShare(methods: Partial<Share>): Share {
  const take = () => 0;
  return { block: ADDRESS, takeMessage: take, takeRegistration: take, takeMiss: take, takePush: take, ...methods };
}

/** Takes over the timers until it is disposed of, and then checks that no session has left one behind. */
export class SessionBench {
  readonly clock = FakeTimers.install({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"],
  });
  readonly relay: Relay;
  readonly counters = new Counters();
  readonly sessions = new Set<Session>();
  /** Of every session from then on; generous unless replaced. */
  share: Share = createShare({});
  /** What is told of limits to whoever registers. */
  readonly announced: { limits?: MessageLimits } = {};
  /** What posts to push services. */
  readonly sendPush: SendPush | null;
  /** The hosts of each session whose proof was made for none of them. */
  readonly otherHosts: string[][] = [];
  readonly #deadlines = new Deadlines(globalThis, REGISTER_DEADLINE_MS);
  readonly pairBudgets: PairBudgets;
  readonly #context: SessionContext<Session>;
  #offerCount = 0;

  /** @param limits of what addresses may send to IDs, and strangers to a session; none unless they are given */
  constructor(bus: Bus = new MemoryBus(), limits: MessageLimits = NO_LIMITS, sendPush: SendPush | null = null) {
    this.sendPush = sendPush;
    this.relay = new Relay(bus);
    this.pairBudgets = new PairBudgets(limits, () => performance.now());
    this.#context = {
      ...{ router: this.relay, clock: globalThis, deadlines: this.#deadlines, counters: this.counters },
      offerIceServers: () => createOffer(this.#offerCount += 1),
      announced: this.announced,
      sendPush: this.sendPush,
      pairBudgets: this.pairBudgets,
      onOtherHost: (hosts) => void this.otherHosts.push([...hosts]),
      onClosed: (closed) => assert(this.sessions.delete(closed), "onClosed came twice"),
    };
  }

  connect(): { session: Session; socket: FakeSocket } {
    const socket = new FakeSocket();
    const session = new Session(this.#context, { socket, host: HOST, hosts: [HOST], share: this.share });
    this.sessions.add(session);
    return { session, socket };
  }

  async register(): Promise<{ session: Session; socket: FakeSocket; peerId: PeerId }> {
    const { session, socket } = this.connect();
    await session.handle('{"type":"register"}');
    if (socket.last?.type !== "registered") throw new Error("Cannot register");
    return { session, socket, peerId: socket.last.id };
  }

  [Symbol.dispose](): void {
    for (const session of this.sessions) session.goAway();
    const timerCount = this.clock.countTimers();
    this.clock.uninstall();
    assertEquals(timerCount, 0, "a timer outlives its session");
  }
}

/** Asks so often that almost `bytes` wait in the socket, which nobody reads any more; or, `isOver`, just more than that. */
export async function fill(
  { session, socket }: { session: Session; socket: FakeSocket },
  bytes: number,
  { isOver }: { isOver: boolean },
): Promise<void> {
  socket.isRead = false;
  const limit = isOver ? bytes : bytes - PONG_BYTES;
  while (socket.bufferedAmount <= limit) await session.handle('{"type":"ping"}');
}
