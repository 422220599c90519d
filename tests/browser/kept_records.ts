/** What a page's browser keeps, as it is stored. */

/** All records, by their keys. */
export const READ_RECORDS = `(async () => {
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settle(indexedDB.open("video-calling-kept"));
  const store = database.transaction("records").objectStore("records");
  const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())]);
  database.close();
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
})()`;
