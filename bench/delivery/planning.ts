import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce } from '../../test/support/announced.ts';
import { runAlone } from '../answers/run-alone.ts';
import { addPeople, clock, openOffice } from './office.ts';

export type Planning = { recipients: number; seconds: number; peakRssMb: number; postgresMb: number };

/** An announcement to everybody, from its hold's end until all its messages are in the ledger. */
export async function measurePlanning(recipients: number): Promise<Planning> {
  const office = await openOffice();
  try {
    await addPeople(office.db, recipients);
    await announce(office.db, { now: clock.now() });
    const at = new Date(clock.now().getTime() + 3_600_000);
    let postgresMb = 0;
    const watch = setInterval(() => {
      postgresMb = Math.max(postgresMb, memoryOfPostgresMb());
    }, 1_000);
    const script = join(import.meta.dirname, 'measure-planning.ts');
    const measured = await runAlone<{ seconds: number; peakRssMb: number }>(script, { url: office.postgres.url, at });
    clearInterval(watch);
    const planned = await office.db.delivery.count();
    if (planned !== recipients) throw new Error(`${planned} of ${recipients} messages are in the ledger.`);
    return { recipients, ...measured, postgresMb };
  } finally {
    await office.close();
  }
}

/** All processes of PostgreSQL on this machine, what they share counted once. Linux tells it; elsewhere 0. */
function memoryOfPostgresMb(): number {
  try {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return ids.reduce((sum, id) => sum + sharedMemoryMb(id), 0);
  } catch {
    return 0;
  }
}

function sharedMemoryMb(id: string): number {
  try {
    if (!readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('postgres')) return 0;
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
