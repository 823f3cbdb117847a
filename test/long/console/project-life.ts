import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { actOnApplication } from '../../../records/application-actions.ts';
import { acceptRequest } from '../../support/accepted-request.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import type { ConsoleInBrowser } from '../../web/console/console-in-browser.ts';

/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

export async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

export const PROPOSE = { planYear: 2027, fund: 'national', amountVnd: 300_000_000 };
export const APPROVE = { nationalVnd: 250_000_000, localVnd: 0, counterpartVnd: 350_000_000 };
const CONTRACT = { number: '01/HĐ-KC', signedOn: '2026-11-20', endsOn: '2027-11-30' };

/** The steps of a project, each with what it says, up to the work. */
const LIFE = {
  ...{ propose: PROPOSE, approve: APPROVE, contract: CONTRACT, begin: {} },
} as const satisfies Record<string, object>;

/** Dossiers of one establishment or of several, brought as far as a test wants them, by the officer who looks. */
export function createProjects(console: ConsoleInBrowser) {
  let last = 0;

  const add = async (answers: Record<string, string | object> = {}, personId?: string) => {
    const { db } = console.server;
    last += 1;
    const at = console.clock.now();
    const wroteAt = new Date(at.getTime() - 3_600_000);
    const whose = personId ?? (await addPerson(db, { name: `Bà Nông Thị Mai ${last}`, wroteAt })).personId;
    const code = `KC-2026-${String(800 + last)}`;
    const values = { product: 'Miến dong', establishment: 'Hợp tác xã miến dong Côn Minh', phone: '0900000001' };
    const id = await addRequest(db, { personId: whose, code, at, answers: { ...values, ...answers } });
    return { id, code, personId: whose };
  };

  /** The officer of this page takes and accepts it, and goes on step by step up to this one. */
  const bring = async (page: Page, id: string, until?: keyof typeof LIFE, changes: Partial<typeof APPROVE> = {}) => {
    const { db, origin } = console.server;
    const me = await (await page.request.get(`${origin}/staff/api/me`)).json();
    await acceptRequest(db, { id, officerId: me.officer.id, at: console.clock.now() });
    for (const [action, data] of until === undefined ? [] : Object.entries(LIFE)) {
      await step(page, id, action, action === 'approve' ? { ...data, ...changes } : data);
      if (action === until) return;
    }
  };

  /** A step as another tab would take it. */
  const step = async (page: Page, id: string, action: string, data: object = {}): Promise<void> => {
    const { origin } = console.server;
    const answer = await page.request.post(`${origin}/staff/api/projects/${id}/deeds`, {
      headers: { origin },
      data: { requestId: randomUUID(), deed: { action, data } },
    });
    expect(answer.status(), action).toBe(200);
  };

  /** The producer asks, as the chat leaves it. */
  const ask = async (id: string, personId: string, amendment: 'amount' | 'place', text: string): Promise<void> => {
    const ids = { next: () => randomUUID() };
    const deed = {
      action: 'ask-amendment',
      data: { amendment, text },
      actor: { kind: 'person', id: personId },
    } as const;
    const now = console.clock.now();
    await console.server.db.$transaction((tx) =>
      actOnApplication(tx, { id, requestId: randomUUID(), now, ids, ...deed }),
    );
  };

  const told = (personId: string) => console.server.db.delivery.count({ where: { personId } });
  const lastRead = async (personId: string): Promise<string> => {
    const row = await console.server.db.delivery.findFirst({ where: { personId }, orderBy: { seq: 'desc' } });
    return (row?.content as { text: string } | undefined)?.text ?? '';
  };

  return { add, bring, step, ask, told, lastRead };
}
