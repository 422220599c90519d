/**
 * Pairs of ends that talk through a real server process over paths of their own, and a seed that says what breaks when.
 * Everything goes by one clock of ticks: who speaks, which calls begin and end, and the faults. When the plan is played
 * the world heals, and the run is over once every end has heard what became of all it said.
 */

import { type CallId, createTabId } from "../../signaling/protocol.ts";
import { DIRECTIONS, type Welcome } from "./chaos_proxy.ts";
import { FaultEnd } from "./fault_end.ts";
import { History } from "./history.ts";
import { Random } from "./random.ts";
import { FaultService, REDIS_FAULTS, SERVER_FAULTS, type ServiceFault } from "./fault_service.ts";
import { createTestIdentity } from "./test_identity.ts";

const TICK_MS = 10;
/** Ticks from one fault to the next. */
const GAP_TICKS_MIN = 5;
const GAP_TICKS_MAX = 30;
/** Ticks that a fault lasts, if it does not pass by itself. */
const FAULT_TICKS_MIN = 10;
const FAULT_TICKS_MAX = 300;
/** Long enough for a caller to give up. */
const AWAY_TICKS = 600;
/** Ticks that a call is talked in. */
const CALL_TICKS_MIN = 100;
const CALL_TICKS_MAX = 1_500;
const SAY_SHARE = 0.3;
/** Calls that end in the middle of a sentence instead of after the last acknowledgement. */
const ABRUPT_SHARE = 0.15;
const PATIENT_SHARE = 0.25;
/** How long after the last fault everything must have found its fate, in milliseconds. */
const HEAL_MS_MAX = 30_000;

/** Every kind of fault, as often as it stands here, is dealt before any comes again; those of Redis where there is one. */
const DECK = [
  ...["cut", "cut", "tear", "half-open", "half-open", "half-open", "stall-up", "stall-down", "delay"],
  ...["close-up", "close-down", "refuse", "swallow", "leave", "refresh", "reload"],
  ...SERVER_FAULTS,
] as const;
export type Fault = typeof DECK[number] | ServiceFault;

type CallState = { readonly callId: CallId; untilTick: number; readonly isAbrupt: boolean };
type Pair = { readonly caller: FaultEnd; readonly callees: readonly FaultEnd[]; call: CallState | null };

/** Whom a fault hits, for how long, and whether what it hits is gone for good. */
type Blow = { readonly pair: Pair; readonly end: FaultEnd; readonly ticks: number; readonly isFinal: boolean };

export type FaultWorldOptions = {
  readonly random: Random;
  readonly pairCount: number;
  readonly faultCount: number;
  /** Servers; from two on with a Redis that joins them. */
  readonly instanceCount?: number;
};

export class FaultWorld implements AsyncDisposable {
  readonly history = new History();
  readonly faultCounts = new Map<Fault, number>();
  /** What decides the faults: drawn from by nothing else, so that a seed repeats them whatever the timing. */
  readonly #plan: Random;
  /** What decides the talking, and the clients' own jitter. */
  readonly #chatter: Random;
  readonly #faultsMax: number;
  readonly #over = Promise.withResolvers<void>();
  readonly #pairs: Pair[] = [];
  readonly #callsOn = new Set<CallId>();
  /** What ends a fault that lasts, by the tick at which it does. */
  readonly #endings: { readonly atTick: number; readonly end: () => void }[] = [];
  readonly #service: FaultService;
  #deck: Fault[] = [];
  #faultCount = 0;
  #callCount = 0;
  #tick = 0;
  #nextFaultTick = GAP_TICKS_MAX;
  #healedAtMs: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(service: FaultService, { random, faultCount }: FaultWorldOptions) {
    this.#service = service;
    service.failed.catch((error) => this.#over.reject(error));
    this.#plan = random;
    this.#chatter = new Random(random.seed + 1);
    this.#faultsMax = faultCount;
  }

  static async create(options: FaultWorldOptions): Promise<FaultWorld> {
    const world = new FaultWorld(await FaultService.start(options.instanceCount ?? 1), options);
    for (let pair = 0; pair < options.pairCount; pair++) await world.#createPair(pair);
    return world;
  }

  get callCount(): number {
    return this.#callCount;
  }

  /** Plays the whole plan, heals, and resolves when everything has its fate; rejects if that never comes. */
  async run(): Promise<void> {
    for (const end of this.#ends) end.start();
    this.#timer = setInterval(() => this.#runTick(), TICK_MS);
    await this.#over.promise;
    clearInterval(this.#timer);
    await this.#service.rest();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#service.rest();
    for (const ending of this.#endings.splice(0)) ending.end();
    await Promise.all(this.#ends.map((end) => end[Symbol.asyncDispose]()));
    await this.#service[Symbol.asyncDispose]();
  }

  get #ends(): FaultEnd[] {
    return this.#pairs.flatMap(({ caller, callees }) => [caller, ...callees]);
  }

  /** Every third callee has two tabs. */
  async #createPair(index: number): Promise<void> {
    const [callerIdentity, calleeIdentity] = [await createTestIdentity(), await createTestIdentity()];
    const pair: Pair = {
      caller: this.#createEnd(callerIdentity, () => pair),
      callees: Array.from({ length: index % 3 === 0 ? 2 : 1 }, () => this.#createEnd(calleeIdentity, () => pair)),
      call: null,
    };
    this.#pairs.push(pair);
  }

  #createEnd(identity: Awaited<ReturnType<typeof createTestIdentity>>, pairOf: () => Pair): FaultEnd {
    return new FaultEnd({
      identity,
      serverPorts: this.#service.ports,
      history: this.history,
      random: this.#chatter,
      isOn: (callId) => this.#callsOn.has(callId),
      onRefused: (callId) => {
        const pair = pairOf();
        // Not in the middle of the step that brought it.
        if (pair.call?.callId === callId) pair.call.untilTick = -1;
      },
    });
  }

  // --- Talking -----------------------------------------------------------------------------------------------------

  #runTick(): void {
    this.#tick++;
    for (const pair of this.#pairs) this.#talk(pair);
    for (const ending of this.#endings.filter(({ atTick }) => atTick <= this.#tick)) {
      this.#endings.splice(this.#endings.indexOf(ending), 1);
      ending.end();
    }
    if (this.#healedAtMs !== null) return this.#checkRest(performance.now() - this.#healedAtMs);
    if (this.#tick < this.#nextFaultTick) return;
    this.#nextFaultTick = this.#tick + this.#plan.between(GAP_TICKS_MIN, GAP_TICKS_MAX);
    if (this.#faultCount < this.#faultsMax) this.#breakSomething();
    else if (!this.#service.isBusy) this.#heal();
  }

  #talk(pair: Pair): void {
    const { call } = pair;
    if (call === null) {
      if (this.#healedAtMs === null && pair.caller.isRegistered) this.#placeCall(pair);
      return;
    }
    const parties = [pair.caller, ...pair.callees];
    const isTalking = this.#healedAtMs === null && this.#tick < call.untilTick;
    if (isTalking) {
      for (const end of parties) if (this.#chatter.chance(SAY_SHARE)) end.say(call.callId);
      return;
    }
    const isGivenUp = call.untilTick < 0;
    const isSettled = parties.every((end) => end.isSettled(call.callId));
    if (isGivenUp || isSettled || (call.isAbrupt && this.#healedAtMs === null)) this.#endCall(pair);
  }

  #placeCall(pair: Pair): void {
    const callId = createTabId() as string as CallId;
    this.#callsOn.add(callId);
    this.#callCount++;
    const untilTick = this.#tick + this.#chatter.between(CALL_TICKS_MIN, CALL_TICKS_MAX);
    pair.call = { callId, untilTick, isAbrupt: this.#chatter.chance(ABRUPT_SHARE) };
    const callee = pair.callees[0];
    if (callee === undefined) throw new Error("Cannot call: the pair has no callee");
    pair.caller.placeCall(callId, callee.peerId, { isPatient: this.#chatter.chance(PATIENT_SHARE) });
  }

  #endCall(pair: Pair): void {
    if (pair.call === null) return;
    const { callId } = pair.call;
    pair.call = null;
    this.#callsOn.delete(callId);
    for (const end of [pair.caller, ...pair.callees]) end.close(callId);
  }

  // --- Breaking ----------------------------------------------------------------------------------------------------

  #breakSomething(): void {
    const fault = this.#draw();
    this.#faultCount++;
    this.faultCounts.set(fault, (this.faultCounts.get(fault) ?? 0) + 1);
    const pair = this.#plan.pick(this.#pairs);
    const end = this.#plan.pick([pair.caller, ...pair.callees]);
    const ticks = this.#plan.between(FAULT_TICKS_MIN, FAULT_TICKS_MAX);
    this.#break(fault, { pair, end, ticks, isFinal: this.#plan.chance(0.5) });
  }

  #break(fault: Fault, { pair, end, ticks, isFinal }: Blow): void {
    const { proxy } = end;
    switch (fault) {
      case "cut":
        return proxy.cut();
      case "tear":
        return proxy.tear();
      case "half-open":
      case "stall-up":
      case "stall-down":
        proxy.stall(fault === "half-open" ? DIRECTIONS : [fault === "stall-up" ? "up" : "down"]);
        // It comes back as if nothing had been, with all that has piled up, or it turns out to be gone.
        return this.#endAfter(ticks, isFinal ? () => proxy.cut() : () => proxy.resume());
      case "delay":
        proxy.delayMs = ticks;
        return this.#endAfter(ticks, () => proxy.delayMs = 0);
      case "close-up":
      case "close-down":
        return void proxy.closeOneWay(fault === "close-up" ? "up" : "down");
      case "refuse":
      case "swallow":
        return this.#shut(end, fault === "refuse" ? "refuse" : "stall", ticks);
      case "leave":
        this.#endCall(pair);
        return pair.callees.forEach((callee) => this.#shut(callee, "refuse", AWAY_TICKS));
      case "refresh":
        return end.refresh();
      case "reload":
        this.#endCall(pair);
        return end.reload();
      default:
        return this.#breakService(fault, fault === "pause" ? Math.ceil(ticks / 3) : ticks);
    }
  }

  #breakService(fault: ServiceFault, ticks: number): void {
    const { ports } = this.#service;
    const ending = this.#service.break(fault, ports.length === 1 ? 0 : this.#plan.between(0, ports.length - 1));
    if (ending !== null) this.#endAfter(ticks, ending);
  }

  /** Keeps an end from the server. */
  #shut({ proxy }: FaultEnd, welcome: Welcome, ticks: number): void {
    proxy.welcome = welcome;
    proxy.cut();
    this.#endAfter(ticks, () => {
      proxy.welcome = "join";
      proxy.cut(); // What was taken meanwhile leads nowhere.
    });
  }

  #draw(): Fault {
    const hasRedis = this.#service.ports.length > 1;
    if (this.#deck.length === 0) this.#deck = this.#plan.shuffle<Fault>(hasRedis ? [...DECK, ...REDIS_FAULTS] : DECK);
    const fault = this.#deck.pop();
    if (fault === undefined) throw new Error("Cannot draw a fault: the deck is empty");
    return fault;
  }

  #endAfter(ticks: number, end: () => void): void {
    this.#endings.push({ atTick: this.#tick + ticks, end });
  }

  // --- Coming to rest ----------------------------------------------------------------------------------------------

  #heal(): void {
    for (const ending of this.#endings.splice(0)) ending.end();
    this.#healedAtMs = performance.now();
  }

  #checkRest(healingMs: number): void {
    if (this.#pairs.every(({ call }) => call === null)) return this.#over.resolve();
    if (healingMs < HEAL_MS_MAX) return;
    const stuck = this.#pairs.flatMap(({ call, caller, callees }) =>
      call === null ? [] : [caller, ...callees].map((end) => end.describe(call.callId)).join("\n  ")
    );
    this.#over.reject(new Error(`Calls do not settle in ${HEAL_MS_MAX} ms:\n  ${stuck.join("\nand\n  ")}`));
  }
}
