import { randomUUID } from 'node:crypto';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { sweepCertificates } from '../../../jobs/sweeps/sweep-certificates.ts';
import { tendCertificate } from '../../../jobs/tasks/tend-certificate.ts';
import { addCertificate } from '../../support/certificates.ts';
import { office, type Village } from './village.ts';

export const ENTERED = office('2026-09-01 09:00');
export type Phone = { personId: string; contactId: string };

/** Establishments with certificates to the end of 2026, and what their people are told. */
export function withCertificates(village: () => Village) {
  async function addEstablishment(phones = 1): Promise<{ id: string; phones: Phone[] }> {
    const id = randomUUID();
    await village().db.establishment.create({ data: { id, createdAt: ENTERED, updatedAt: ENTERED } });
    const people: Phone[] = [];
    for (let index = 0; index < phones; index += 1) {
      const person = await village().addPerson();
      people.push(person);
      const member = { establishmentId: id, personId: person.personId, role: index === 0 ? 'owner' : 'family' };
      await village().db.establishmentMember.create({ data: { ...member, joinedAt: ENTERED } });
    }
    return { id, phones: people };
  }
  /** An establishment of so many phones, with a certificate to the end of 2026. */
  async function begin(phones = 1, more = {}): Promise<{ id: string; establishmentId: string; phones: Phone[] }> {
    const establishment = await addEstablishment(phones);
    const id = await addCertificate(village().db, establishment.id, { now: ENTERED, ...more });
    return { id, establishmentId: establishment.id, phones: establishment.phones };
  }
  const sweepAt = async (...times: string[]): Promise<void> => {
    const works = { sweeps: [sweepCertificates], tasks: [tendCertificate] };
    for (const time of times) await runPeriodicWork({ ...village().parts, now: office(time), works });
  };
  const toldTo = async ({ personId }: Phone): Promise<string[]> =>
    (
      await village().db.delivery.findMany({ where: { personId, status: { not: 'skipped' } }, orderBy: { seq: 'asc' } })
    ).map(({ content }) => String(Object(content).text));
  const firstLines = async (phone: Phone): Promise<string[]> =>
    (await toldTo(phone)).map((text) => text.split('\n')[0] ?? '');
  const outcomesOf = async (certificateId: string): Promise<string[]> =>
    (await village().db.certificateReminder.findMany({ where: { certificateId }, orderBy: { dueAt: 'asc' } })).map(
      ({ which, outcome }) => `${which} ${outcome}`,
    );
  return { addEstablishment, begin, sweepAt, toldTo, firstLines, outcomesOf };
}

/** The first of those there are. */
export const only = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error('none');
  return first;
};
