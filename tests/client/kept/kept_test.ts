/** What is kept in a browser, by its tabs together: what is stored, what is not, and what happens where nothing can be. */

import { assert, assertEquals } from "@std/assert";
import { ANSWER_MS_MAX } from "../../../client/kept/database.ts";
import { Kept, KeptList } from "../../../client/kept/kept.ts";
import type { KeptStore } from "../../../client/kept/kept_store.ts";
import type { Refusal } from "../../doubles/fake_indexed_db.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

const KEY = "numbers";
/** Where the store keeps what nobody can read. */
const UNREADABLE = "numbers unreadable";

class Tab {
  shown: readonly number[] = [];
  readonly list: KeptList<number>;

  constructor(readonly store: KeptStore) {
    const readItem = (value: unknown) => typeof value === "number" ? value : null;
    this.list = new KeptList<number>({ key: KEY, readItem, max: 3, show: (items) => this.shown = items }, store);
    void store.load();
  }

  add(item: number): void {
    this.list.change((items) => [item, ...items]);
  }
}

function keptTest(name: string, run: (world: KeptWorld) => Promise<void>): void {
  Deno.test(name, async () => {
    using world = new KeptWorld();
    await run(world);
    await world.settle();
    assertEquals([world.database.open, world.waiting.size], [0, 0], "Nothing stays open, and nothing waits");
  });
}

async function openTab(world: KeptWorld): Promise<Tab> {
  const tab = new Tab(world.openTab());
  await world.settle();
  return tab;
}

keptTest("What is changed shows at once, and is there on the next visit", async (world) => {
  const tab = await openTab(world);
  tab.add(1);
  tab.add(2);
  assertEquals(tab.shown, [2, 1]);
  await world.settle();
  assertEquals([world.records.get(KEY), tab.shown], [[2, 1], [2, 1]]);
  assertEquals((await openTab(world)).shown, [2, 1]);
  assertEquals([world.reports, world.fullCount], [[], 0]);
});

keptTest(
  "What is changed in one go is stored in one go, and a page that ends meanwhile has kept no half of it",
  async (world) => {
    const tab = await openTab(world);
    const stored: unknown[] = [];
    const { set } = world.records;
    world.records.set = function (key, value) {
      stored.push(value);
      return set.call(this, key, value);
    };
    tab.add(1);
    tab.add(2);
    await world.settle();
    assertEquals(stored, [[2, 1]]);
  },
);

keptTest(
  "What is nothing any more is not stored, for other tabs neither, and can be something again",
  async (world) => {
    const [one, other] = await Promise.all([world.openTab(), world.openTab()].map(async (store) => {
      await store.load();
      const parse = (stored: unknown) => typeof stored === "string" ? stored : null;
      return new Kept<string>(
        { key: KEY, empty: "", parse, isNothing: (value) => value === "", show: () => {} },
        store,
      );
    }));
    one?.change(() => "something");
    await world.settle();
    assertEquals([world.records.get(KEY), other?.value], ["something", "something"]);
    one?.change(() => "");
    await world.settle();
    assertEquals([world.records.has(KEY), one?.value, other?.value], [false, "", ""]);
    other?.change((value) => `${value}again`);
    await world.settle();
    assertEquals([world.records.get(KEY), one?.value], ["again", "again"]);
    assertEquals(world.reports, []);
  },
);

keptTest("KeptStore.loadFor() waits for what is kept, and no longer than it may", async (world) => {
  const store = world.openTab();
  let isDone = false;
  const loading = store.loadFor(300).then(() => isDone = true);
  assertEquals([...world.waiting.values()].includes(300), true);
  world.strike();
  await loading;
  assert(isDone, "It was not read yet");
  await world.settle();
  await store.loadFor(300);
  assertEquals(world.waiting.size, 0, "What is read is not waited for");
});

keptTest("What is changed before all has been read is a change to what was kept", async (world) => {
  (await openTab(world)).add(1);
  await world.settle();
  const tab = new Tab(world.openTab());
  tab.add(2);
  assertEquals(tab.shown, [2]);
  await world.settle();
  assertEquals([tab.shown, world.records.get(KEY)], [[2, 1], [2, 1]]);
});

keptTest("So many are kept, and no more are shown", async (world) => {
  const tab = await openTab(world);
  for (let item = 1; item <= 5; item++) tab.add(item);
  assertEquals(tab.shown, [5, 4, 3]);
  await world.settle();
  assertEquals([tab.shown, world.records.get(KEY)], [[5, 4, 3], [5, 4, 3]]);
  world.records.set(KEY, [1, 2, 3, 4, 5]);
  assertEquals((await openTab(world)).shown, [1, 2, 3]);
});

keptTest("Other tabs are told of a change, also those that know it only by its key yet", async (world) => {
  const [one, other] = [await openTab(world), await openTab(world)];
  one.add(1);
  await world.settle();
  assertEquals(other.shown, [1]);
  other.list.change(() => []);
  await world.settle();
  assertEquals([one.shown, other.shown], [[], []]);

  const store = world.openTab();
  await store.load();
  one.add(2);
  await world.settle();
  assertEquals(new Tab(store).shown, [2]);
});

keptTest("Tabs that change the same at the same time undo nothing of each other's", async (world) => {
  const [one, other] = [await openTab(world), await openTab(world)];
  one.add(1);
  other.add(2);
  one.add(3);
  await world.settle();
  assertEquals([...one.shown].sort(), [1, 2, 3]);
  assertEquals([other.shown, world.records.get(KEY)], [one.shown, one.shown]);
});

keptTest("A browser whose tabs cannot tell each other keeps all the same", async (world) => {
  world.hasChannels = false;
  (await openTab(world)).add(1);
  await world.settle();
  assertEquals((await openTab(world)).shown, [1]);
});

keptTest("What an older page kept shows at once, is moved, and does not come back", async (world) => {
  localStorage.setItem(KEY, "[1,2]");
  const tab = new Tab(world.openTab());
  assertEquals(tab.shown, [1, 2], "Before anything was read");
  await world.settle();
  assertEquals([world.records.get(KEY), localStorage.getItem(KEY), tab.shown], [[1, 2], null, [1, 2]]);
  world.records.clear(); // The person clears what the site keeps, while it is open.
  tab.add(3);
  await world.settle();
  assertEquals([tab.shown, world.records.get(KEY)], [[3], [3]]);
});

keptTest("What an older page kept is moved with what is changed before, and once by two tabs", async (world) => {
  localStorage.setItem(KEY, "[1]");
  const [one, other] = [new Tab(world.openTab()), new Tab(world.openTab())];
  one.add(2);
  await world.settle();
  assertEquals([one.shown, other.shown, world.records.get(KEY)], [[2, 1], [2, 1], [2, 1]]);
});

keptTest("An older page's list gives way to one that was kept since", async (world) => {
  (await openTab(world)).list.change(() => []);
  await world.settle();
  localStorage.setItem(KEY, "[1,2]");
  const tab = await openTab(world);
  assertEquals([tab.shown, world.records.get(KEY)], [[], []]);
});

keptTest("What cannot be read is left out alone, and reported", async (world) => {
  await openTab(world); // Makes the database.
  world.records.set(KEY, [1, "two", null, 3]);
  const tab = await openTab(world);
  assertEquals([tab.shown, world.reports], [[1, 3], ["Cannot read 2 of the numbers"]]);
  assertEquals(tab.store.trouble.value, "damaged");
  tab.add(4);
  await world.settle();
  assertEquals([world.records.get(KEY), world.records.get(UNREADABLE)], [[4, 1, 3], [1, "two", null, 3]]);
  tab.add(5);
  await world.settle();
  assertEquals(world.records.get(UNREADABLE), [1, "two", null, 3], "And stays there");
});

for (const record of ["[1]", null, 5, { length: 1 }]) {
  keptTest(`What is no list is none, and gives way to one: ${JSON.stringify(record)}`, async (world) => {
    await openTab(world);
    world.records.set(KEY, record);
    const tab = await openTab(world);
    assertEquals([tab.shown, world.reports], [[], ["Cannot read what is kept as numbers"]]);
    tab.add(1);
    await world.settle();
    assertEquals([world.records.get(KEY), world.records.get(UNREADABLE)], [[1], record]);
    assertEquals(tab.store.trouble.value, "damaged");
  });
}

keptTest("What an older page kept and nobody can read is set aside when the rest is moved", async (world) => {
  localStorage.setItem(KEY, '[1,"two"]');
  const tab = await openTab(world);
  assertEquals([tab.shown, world.records.get(KEY), tab.store.trouble.value], [[1], [1], "damaged"]);
  assertEquals([localStorage.getItem(KEY), localStorage.getItem(UNREADABLE)], [null, '[1,"two"]']);
});

keptTest("What an older page kept and nobody can read is none", async (world) => {
  localStorage.setItem(KEY, '[1, "tw');
  const tab = await openTab(world);
  assertEquals([tab.shown, world.reports], [[], ["Cannot read what was kept as numbers:"]]);
});

for (const refusal of ["full", "overfull"] satisfies Refusal[]) {
  keptTest(
    `Where there is no room (${refusal}), a change lasts as long as the tab and the person is told`,
    async (world) => {
      (await openTab(world)).add(1);
      await world.settle();
      const tab = await openTab(world);
      world.database.refusal = refusal;
      tab.add(2);
      await world.settle();
      assertEquals([tab.shown, world.records.get(KEY), world.fullCount], [[2, 1], [1], 1]);
      assertEquals(world.reports, ["Cannot keep numbers:"]);
      world.database.refusal = "none";
      tab.list.change((items) => items.filter((item) => item !== 1));
      await world.settle();
      assertEquals([tab.shown, world.records.get(KEY)], [[2], [2]], "What waited is kept with the next change");
    },
  );
}

keptTest("What waits for room is bounded, and loses nothing", async (world) => {
  const count = new Map<number, number>();
  const tab = await openTab(world);
  world.database.refusal = "full";
  for (let item = 1; item <= 200; item++) {
    tab.list.change((items) => {
      count.set(item, (count.get(item) ?? 0) + 1);
      return [item, ...items];
    });
    await world.settle();
  }
  world.database.refusal = "none";
  count.clear();
  tab.add(0);
  await world.settle();
  assertEquals([tab.shown, world.records.get(KEY)], [[0, 200, 199], [0, 200, 199]]);
  assert([...count.values()].reduce((sum, times) => sum + times, 0) < 200, "Not all of them are made again");
});

for (const refusal of ["absent", "fails"] satisfies Refusal[]) {
  keptTest(`Where storage is ${refusal}, all lasts as long as the tab, the old as well`, async (world) => {
    world.database.refusal = refusal;
    localStorage.setItem(KEY, "[1]");
    const tab = await openTab(world);
    for (let item = 2; item < 50; item++) tab.add(item);
    await world.settle();
    assertEquals([tab.shown, localStorage.getItem(KEY), world.fullCount], [[49, 48, 47], "[1]", 0]);
    assertEquals(world.reports, ["Cannot keep anything beyond this tab:"]);
  });
}

for (const refusal of ["silent", "mute", "blocked"] satisfies Refusal[]) {
  keptTest(
    `Where storage is ${refusal}, nobody waits for long, the person is told, and what comes late counts`,
    async (world) => {
      (await openTab(world)).add(7);
      await world.settle();
      world.database.refusal = refusal;
      const store = world.openTab();
      const tab = new Tab(store);
      tab.add(1);
      let isLoaded = false;
      void store.load().then(() => isLoaded = true);
      await world.settle();
      assertEquals([isLoaded, [...world.waiting.values()]], [false, [ANSWER_MS_MAX]]);
      world.strike();
      await world.settle();
      assertEquals([isLoaded, tab.shown, world.waiting.size], [true, [1], 0]);
      assertEquals(store.trouble.value, "unread");
      tab.add(2);
      await world.settle();
      world.database.refusal = "none";
      world.database.answer();
      await world.settle();
      assertEquals([tab.shown, world.records.get(KEY)], [[2, 1, 7], [2, 1, 7]]);
      assertEquals([store.trouble.value, (await openTab(world)).shown], [null, [2, 1, 7]]);
    },
  );
}

keptTest("Where storage stops answering, a change lasts as long as the tab", async (world) => {
  const tab = await openTab(world);
  world.database.refusal = "mute";
  tab.add(1);
  await world.settle();
  world.strike();
  await world.settle();
  assertEquals([tab.shown, world.reports, world.fullCount], [[1], ["Cannot keep numbers:"], 0]);
  world.database.refusal = "none";
  world.database.answer();
  await world.settle();
  assertEquals(
    [world.records.get(KEY), (await openTab(world)).shown],
    [[1], [1]],
    "What was late is kept all the same",
  );
});

keptTest("Whoever shows it may fail, and it is kept all the same", async (world) => {
  const store = world.openTab();
  let isBroken = false;
  const kept = new Kept<number>({
    key: "number",
    empty: 0,
    parse: (stored) => typeof stored === "number" ? stored : null,
    bound: (value) => Math.min(value, 9),
    show: () => {
      if (isBroken) throw new Error("Cannot show it");
    },
  }, store);
  await store.load();
  kept.change(() => 12);
  isBroken = true;
  await world.settle();
  isBroken = false;
  kept.change((value) => value - 1);
  await world.settle();
  assertEquals([kept.value, world.records.get("number")], [8, 8]);
});
