/**
 * Somebody is called whose page is closed: their contact's page, the server, its forwarder and a push service of the
 * test's own tell their browser. No vendor's service is in reach, so the browser is given a subscription of that one, and
 * what comes there is decrypted here and handed to the worker, as the browser would.
 */

import { assert, assertEquals } from "@std/assert";
import type { BrowserContext, CDPSession, Page, Worker } from "playwright-core";
import { findFreePort, startServerProcess } from "../doubles/server_process.ts";
import { startForwarder } from "../doubles/forwarder_process.ts";
import { type PushService, startPushService } from "../doubles/push_service.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { readWords } from "./compared_words.ts";
import { READ_RECORDS } from "./kept_records.ts";
import { assertMediaFlows, connect, PATIENCE_MS } from "./person.ts";

/** Puts the test's push service in the place of the browser vendor's, which keeps a subscription beyond the page. */
function subscribeAt(service: PushService) {
  return async (page: Page): Promise<void> => {
    await page.exposeFunction("subscribePush", (key: string) => service.subscribe(key));
    await page.addInitScript(`{
      const encode = (bytes) => btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
      const read = () => {
        const kept = JSON.parse(localStorage.getItem("test-subscription"));
        return kept && {
          options: { applicationServerKey: Uint8Array.from(kept.key).buffer },
          toJSON: () => ({ endpoint: kept.endpoint, keys: { p256dh: kept.p256dh, auth: kept.auth } }),
          unsubscribe: async () => { localStorage.removeItem("test-subscription"); return true; },
        };
      };
      PushManager.prototype.getSubscription = async () => read();
      PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
        if (!userVisibleOnly) throw new DOMException("It must be seen", "NotAllowedError");
        const made = await subscribePush(encode(applicationServerKey));
        localStorage.setItem("test-subscription", JSON.stringify({ ...made, key: [...applicationServerKey] }));
        return read();
      };
    }`);
  };
}

/**
 * Has the worker keep what it has shown. Nobody asks the system over and over: Chromium forgets a notification that is
 * being shown while it is asked which there are (it takes what is not on display yet for what is no more).
 */
const NOTE_SHOWN = `{
  if (globalThis.shownNotices === undefined) {
    globalThis.shownNotices = [];
    const show = registration.showNotification.bind(registration);
    registration.showNotification = async (title, options) => {
      await show(title, options);
      const { tag, requireInteraction, silent, actions = [] } = options;
      shownNotices.push({ title, tag, requireInteraction, silent, actions: actions.map(({ title }) => title) });
    };
  }
  null;
}`;

/** What a browser does with what its vendor's push service hands it; there is no page of ours open. */
class Delivery {
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #origin: string;
  readonly #registrationId: string;

  private constructor(context: BrowserContext, session: CDPSession, origin: string, registrationId: string) {
    [this.#context, this.#session, this.#origin, this.#registrationId] = [context, session, origin, registrationId];
  }

  /** @param context of a profile in which the worker has started */
  static async open(context: BrowserContext, origin: string): Promise<Delivery> {
    const session = await context.newCDPSession(await context.newPage());
    const registered = Promise.withResolvers<string>();
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      for (const { registrationId, isDeleted } of registrations) if (!isDeleted) registered.resolve(registrationId);
    });
    await session.send("ServiceWorker.enable");
    return new Delivery(context, session, origin, await registered.promise);
  }

  /** Undefined while it does not run, and until the test's own connection to it is there. */
  get worker(): Worker | undefined {
    return this.#context.serviceWorkers().at(-1);
  }

  async deliver(data: string): Promise<void> {
    await this.#session.send("ServiceWorker.startWorker", { scopeURL: `${this.#origin}/` });
    await this.#ask("The worker does not start", async (worker) => await worker.evaluate(NOTE_SHOWN) === null || null);
    const [origin, registrationId] = [this.#origin, this.#registrationId];
    await this.#session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  }

  /** Waits until the system has been told to show this of a call, or of none that is named, since the last time. */
  async see(title: string, tag: unknown): Promise<Notice> {
    const all: Notice[] = [];
    const look = async (worker: Worker) => {
      all.push(...await worker.evaluate<Notice[]>("globalThis.shownNotices?.splice(0) ?? []"));
      return all.find((notice) => notice.tag === tag && notice.title === title) ?? null;
    };
    return await this.#ask(() => `The system shows ${JSON.stringify(all)}, and not ${title}`, look);
  }

  /** Asks the worker until there is an answer: it may not be there yet, or no more. */
  async #ask<T>(complaint: string | (() => string), ask: (worker: Worker) => Promise<T | null>): Promise<T> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const worker = this.worker;
      const answer = worker === undefined ? null : await ask(worker).catch(() => null);
      if (answer !== null) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(typeof complaint === "string" ? complaint : complaint());
  }

  /** Presses the one notification there is, or one of its buttons; gives the address that the worker opens, or null. */
  press(action = ""): Promise<string | null> {
    // Only a press of the system's own may open a window, and nobody is there to press.
    const { worker } = this;
    if (worker === undefined) throw new Error("There is no service worker");
    return worker.evaluate<string | null, string>(async (action) => {
      const scope = globalThis as unknown as {
        clients: { openWindow(url: string): Promise<null> };
        registration: { getNotifications(): Promise<Notification[]> };
        NotificationEvent: new (type: string, init: object) => Event;
        dispatchEvent(event: Event): boolean;
      };
      const [notification] = await scope.registration.getNotifications();
      const opened = Promise.withResolvers<string>();
      scope.clients.openWindow = (url) => {
        opened.resolve(url);
        return Promise.resolve(null);
      };
      let done: Promise<unknown> = Promise.resolve();
      const event = new scope.NotificationEvent("notificationclick", { notification, action });
      Object.defineProperty(event, "waitUntil", { value: (promise: Promise<unknown>) => done = promise });
      scope.dispatchEvent(event);
      await done;
      return await Promise.race([opened.promise, Promise.resolve(null)]);
    }, action);
  }
}

type Notice = { title: string; tag: string; requireInteraction: boolean; silent: boolean; actions: string[] };
type Message = { ring: Record<string, unknown>; notification: Record<string, unknown>; web_push: number };
type Records = Record<string, { push: { endpoint: string }[]; seq: number; holders: string[] }[]>;

/** Decrypts what the push service got, as the browser does that subscribed. */
async function read(service: PushService, count: number): Promise<{ text: string; message: Message }> {
  const push = await service.waitFor(count);
  assertEquals(push.status, 201);
  const text = new TextDecoder().decode(await service.decrypt(push));
  return { text, message: JSON.parse(text) };
}

async function hangUp(one: ChromiumPerson, other: ChromiumPerson): Promise<void> {
  await one.press("Hang up");
  await other.see("Call ended");
  for (const person of [one, other]) await person.press("Back");
}

browserTest("A closed page rings, for a contact who has been given the card", async (scene, step) => {
  const service = await startPushService();
  const env = {
    ...{ PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`, PUSH_SECRET: "north-north-east-by-north" },
    PUSH_HOSTS: service.host,
  };
  await scene.server.kill();
  scene.server = await startServerProcess({ env });
  const forwarder = await startForwarder({ env: { ...env, DENO_CERT: service.caPath } });
  try {
    const prepare = subscribeAt(service);
    let kim = await scene.open({ isWhole: true, hasWorker: true, prepare });
    const sam = await scene.open();
    // Whatever is not among these is denied from then on.
    const permissions = ["notifications", "camera", "microphone"];
    await kim.context.grantPermissions(permissions, { origin: scene.server.origin });
    await sam.page.getByRole("textbox", { name: "Your name" }).fill("Sam");
    const kimId = await kim.readId();
    let endpoint = "";

    await step("A card is handed over in a call, to a contact alone", async () => {
      await connect(sam, kim);
      await hangUp(sam, kim);
      await kim.waitUntil(`${READ_RECORDS}.then((records) => records["own-reach"]?.target != null)`);
      assertEquals(await sam.evaluate(`${READ_RECORDS}.then((records) => records["reach-cards"] ?? null)`), null);
      await connect(sam, kim);
      await kim.press("Verify");
      await readWords(kim);
      await sam.press("Show words");
      await readWords(sam);
      await kim.press("They match");
      await sam.waitUntil(`${READ_RECORDS}.then((records) => records["reach-cards"]?.[0]?.push.length === 1)`);
      const { "reach-cards": cards = [] } = await sam.evaluate<Records>(READ_RECORDS);
      endpoint = cards[0]?.push[0]?.endpoint ?? "";
      assert(endpoint.startsWith(`${service.origin}/`));
      await kim.press("Close");
      await hangUp(sam, kim);
    });

    const delivery = await Delivery.open(kim.context, scene.server.origin);
    await step("The caller is told that the page is closed, and that its browser was told", async () => {
      await kim.page.close();
      await sam.call(kimId);
      await sam.see("has been notified");
    });

    const { text, message } = await read(service, 1);
    await step("What is pushed can be shown by a browser alone, and names the call", () => {
      assertEquals([message.web_push, message.notification["tag"]], [8030, message.ring["callId"]]);
      assertEquals(message.notification["navigate"], `${scene.server.origin}/`);
      assertEquals(message.ring["callee"], kimId);
      const [push] = service.received;
      assertEquals([push?.endpoint, push?.headers["ttl"], push?.headers["urgency"]], [endpoint, "75", "high"]);
      return Promise.resolve();
    });

    await step("The worker tells of the contact by the name that is kept, and a press opens the page", async () => {
      await delivery.deliver(text);
      const notice = await delivery.see("Sam is calling…", message.ring["callId"]);
      assertEquals(notice, {
        title: "Sam is calling…",
        tag: String(message.ring["callId"]),
        requireInteraction: true,
        silent: false,
        actions: ["Accept", "Decline"],
      });
      assertEquals(await delivery.press(), `${scene.server.origin}/`);
    });

    await step("The page that opens rings, and the call runs", async () => {
      kim = await scene.open({ tabOf: kim, hasWorker: true, prepare });
      await kim.seeRinging();
      await kim.press("Accept");
      await Promise.all([kim, sam].map((person) => person.see("Connected with")));
      await Promise.all([kim, sam].map((person) => assertMediaFlows(person, { seconds: 1 })));
      await hangUp(sam, kim);
    });

    await step("What is said again rings no more, and what nobody known has signed names nobody", async () => {
      await delivery.deliver(text);
      await delivery.see("Missed call from Sam", message.ring["callId"]);
      const ring = { ...message.ring, callId: "0".repeat(24), timeMs: Date.now() };
      await delivery.deliver(JSON.stringify({ ...message, ring }));
      await delivery.see("Someone is calling…", "call");
      await delivery.deliver("no JSON");
      await delivery.see("Missed call", "call");
      // As somebody does whose page is closed by then.
      await kim.evaluate(`new Promise((resolve) => {
        indexedDB.open("video-calling-kept").onsuccess = ({ target: { result } }) => {
          const transaction = result.transaction("records", "readwrite");
          transaction.objectStore("records").put("contacts", "who-rings");
          transaction.oncomplete = () => resolve(result.close());
        };
      })`);
      await delivery.deliver(JSON.stringify({ ...message, ring: { ...ring, callId: "1".repeat(24) } }));
      const { silent, actions } = await delivery.see("Missed call", "call");
      assertEquals([silent, actions], [true, []]);
    });

    await step("A call that is over takes the place of the same one that rang", async () => {
      await kim.page.close();
      await sam.call(kimId);
      await sam.see("has been notified");
      const rings = await read(service, 2);
      await sam.press("Cancel");
      const missed = await read(service, 3);
      assertEquals(missed.message.ring["callId"], rings.message.ring["callId"]);
      const [, one, other] = service.received;
      assertEquals([other?.headers["topic"], other?.headers["urgency"]], [one?.headers["topic"], "normal"]);
      await delivery.deliver(missed.text);
      const { actions } = await delivery.see("Missed call from Sam", missed.message.ring["callId"]);
      assertEquals(actions, []);
      await sam.press("Back");
    });

    await step("Whose browser is subscribed no more cannot be told, and the caller's page forgets it", async () => {
      service.unsubscribe(endpoint);
      await sam.call(kimId);
      await sam.see("isn’t reachable");
      await sam.waitUntil(`${READ_RECORDS}.then((records) => records["reach-cards"][0].push.length === 0)`);
      await sam.press("Back");
    });
  } finally {
    await forwarder.kill();
    await service.close();
  }
}, { openssl: "openssl" });
