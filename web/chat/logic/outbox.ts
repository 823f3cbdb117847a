import type { Outgoing } from './chat-state.ts';

/** What is not sent yet, kept on the phone so that it survives a closed page. */
export type Outbox = {
  /** In the order in which they were put. */
  all: () => Promise<Outgoing[]>;
  put: (item: Outgoing) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

const STORE = 'outgoing';

/**
 * IndexedDB, because photos are kept too. Where a browser refuses it (private windows), what is not sent lives as long
 * as the page: the functions then do nothing, and never fail.
 */
export function openOutbox(factory: IDBFactory | undefined): Outbox {
  const database = open(factory).catch(() => undefined);

  const run = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> => {
    const db = await database;
    if (db === undefined) return undefined;
    return new Promise((resolve) => {
      try {
        const transaction = db.transaction(STORE, mode);
        const request = ask(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  };

  return {
    all: async () => {
      const rows: { order: number; item: Outgoing }[] = (await run('readonly', (store) => store.getAll())) ?? [];
      return rows.sort((a, b) => a.order - b.order).map((row) => row.item);
    },
    put: async (item) => {
      await run('readwrite', (store) => store.add({ id: item.id, item }));
    },
    remove: async (id) => {
      const key = await run('readonly', (store) => store.index('id').getKey(id));
      if (key !== undefined) await run('readwrite', (store) => store.delete(key));
    },
  };
}

function open(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (factory === undefined) return reject(new Error('no IndexedDB'));
    const request = factory.open('tro-ly', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
