import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findPersonProfile } from '../../records/person-profile.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, paging, validate } from '../http/validate.ts';
import { getAddressee, planSending } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { readConversation } from './read-conversation.ts';

const conversationQuery = z.object({ before: z.string().max(40).optional(), limit: paging.limit });

export const personRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  const noteLook = (c: Context<StaffEnv>, personId: string): Promise<void> =>
    addReadAudit(db, {
      id: ids.next(),
      now: clock.now(),
      actorId: c.get('officer').id,
      action: 'person.read',
      subjectKind: 'Person',
      subjectId: personId,
    });

  return new Hono<StaffEnv>()
    .get('/:id', validate('param', idParam), async (c) => {
      const profile = await findPersonProfile(db, c.req.valid('param').id);
      if (profile === undefined) throw new AppError('not-found');
      await noteLook(c, profile.id);
      return c.json(profile);
    })
    .get('/:id/sending', validate('param', idParam), async (c) => {
      const addressee = await getAddressee(db, c.req.valid('param').id);
      return c.json(planSending(addressee, clock.now()));
    })
    .get('/:id/conversation', validate('param', idParam), validate('query', conversationQuery), async (c) => {
      const { id: personId } = await getAddressee(db, c.req.valid('param').id);
      await noteLook(c, personId);
      return c.json(await readConversation(db, { personId, ...c.req.valid('query') }));
    });
};
