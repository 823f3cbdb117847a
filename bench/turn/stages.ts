import { type Assistant, query } from './assistants.ts';

/** Where a turn's time goes, as our own rows and metrics tell it: means in milliseconds. */
export type Stages = {
  /** Of the webhook's answer: read, written down, acknowledged. */
  storedMs: number;
  /** Received until its turn began: waiting for the lane and for one of the turns at a time. */
  waitedMs: number;
  /** The turn itself with its commit, until the reply was claimed to be sent. */
  actedMs: number;
  /** Claimed until the platform had answered. */
  handedMs: number;
  /** Transactions of the database for each turn, whatever they were for. */
  transactionsPerTurn: number;
};

export async function readStages({ databaseUrl, origin }: Assistant): Promise<Stages> {
  const [row] = await query<{ waited: number; acted: number; handed: number }>(
    databaseUrl,
    `SELECT avg(extract(epoch FROM m."handledAt" - m."receivedAt"))::float8 * 1000 AS waited,
       avg(extract(epoch FROM d."claimedAt" - m."handledAt"))::float8 * 1000 AS acted,
       avg(extract(epoch FROM d."settledAt" - d."claimedAt"))::float8 * 1000 AS handed
     FROM "InboundMessage" m JOIN "Delivery" d ON d."key" = 'reply/' || m."id" WHERE d."status" = 'sent'`,
  );
  const [counted] = await query<{ transactions: number }>(
    databaseUrl,
    `SELECT xact_commit::float8 / (SELECT count(*) FROM "Delivery" WHERE "status" = 'sent') AS transactions
     FROM pg_stat_database WHERE datname = current_database()`,
  );
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const hook = (end: 'sum' | 'count'): number =>
    Number(new RegExp(`^khuyencong_http_request_seconds_${end}\\{area="hook"\\} (\\S+)`, 'm').exec(metrics)?.[1]);
  return {
    storedMs: (hook('sum') / hook('count')) * 1000,
    waitedMs: row?.waited ?? Number.NaN,
    actedMs: row?.acted ?? Number.NaN,
    handedMs: row?.handed ?? Number.NaN,
    transactionsPerTurn: counted?.transactions ?? Number.NaN,
  };
}
