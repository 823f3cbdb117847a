import { hashPassword } from 'better-auth/crypto';
import { AppError } from '../../core/app-error.ts';
import { findOpenLink, markLinkUsed } from '../../records/admin-links.ts';
import { addAuditEntryOnce } from '../../records/audit.ts';
import type { Tx } from '../../records/database.ts';
import { createOfficer, findOfficerByEmail, setPassword, updateOfficer } from '../../records/officers.ts';
import type { StaffDeps } from '../staff-deps.ts';

export type Setup = { requestId: string; token: string; name: string; email: string; password: string };

/**
 * Uses a one-time link. An invited officer gets their password (and may correct their name; the address stays as invited).
 * A link of the start makes an administrator; when the address has an account already, that account becomes one and gets
 * the new password, which is how a centre comes back in after a forgotten one: whoever can make this link rules the machine.
 * A repeat of the same request changes nothing. Throws `link.not-open`.
 */
export async function acceptLink({ db, clock, ids }: StaffDeps, setup: Setup): Promise<void> {
  const { requestId, token, name, email, password } = setup;
  const now = clock.now();
  // Slow on purpose, so it stays outside the transaction; and only for a token that is worth it.
  const isKnown = (await findOpenLink(db, { token, now })) !== undefined;
  const passwordHash = isKnown ? await hashPassword(password) : '';

  await db.$transaction(async (tx) => {
    const link = passwordHash === '' ? undefined : await findOpenLink(tx, { token, now });
    if (link === undefined || !(await markLinkUsed(tx, { token, now }))) {
      if (await wasDone(tx, requestId)) return;
      throw new AppError('link.not-open');
    }

    const userId = link.officer?.id ?? (await makeAdministrator(tx, { id: requestId, name, email, now }));
    if (link.officer !== undefined) await updateOfficer(tx, { id: userId, name, now });
    await setPassword(tx, { accountId: ids.next(), userId, passwordHash, now });
    await addAuditEntryOnce(tx, {
      id: requestId,
      now,
      actorId: userId,
      action: 'officer.link-used',
      subjectKind: 'User',
      subjectId: userId,
    });
  });
}

async function makeAdministrator(
  tx: Tx,
  { id, name, email, now }: { id: string; name: string; email: string; now: Date },
): Promise<string> {
  const known = await findOfficerByEmail(tx, email);
  if (known === undefined) {
    await createOfficer(tx, { id, name, email, role: 'administrator', now });
    return id;
  }
  await updateOfficer(tx, { id: known.id, name, role: 'administrator', disabledAt: null, now });
  return known.id;
}

async function wasDone(tx: Tx, requestId: string): Promise<boolean> {
  return (await tx.auditEntry.count({ where: { id: requestId, action: 'officer.link-used' } })) > 0;
}
