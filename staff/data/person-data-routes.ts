import { Hono } from 'hono';
import * as z from 'zod';
import { DATA_REQUEST_KINDS } from '../../core/people-data/legal-terms.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { addReadAudit } from '../../records/audit.ts';
import { listOpenDataRequests, OTHER_WAYS } from '../../records/data-requests.ts';
import { findPeople } from '../../records/find-people.ts';
import { foreseeErasure } from '../../records/foresee-erasure.ts';
import { findPersonName } from '../../records/person-profile.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, requestId, searchQuery, validate } from '../http/validate.ts';
import { getAddressee, planSending } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { askForPerson, IDENTITY_CHECKS } from './ask-for-person.ts';
import { describeNews } from './describe-news.ts';
import { stopNewsForPerson } from './stop-news.ts';

const MOST_FOUND = 20;
const WORDS_LENGTH = 1500;

const askedBody = z.object({
  requestId,
  kind: z.enum(DATA_REQUEST_KINDS),
  way: z.enum(OTHER_WAYS),
  check: z.enum(IDENTITY_CHECKS),
  text: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(WORDS_LENGTH)),
  askedOn: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
});

/** What somebody asks about their data elsewhere than in the chat: finding them, what is held, and writing it down. */
export const personDataRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  return new Hono<StaffEnv>()
    .get('/', validate('query', z.object({ q: searchQuery })), async (c) =>
      c.json({ people: await findPeople(db, { query: c.req.valid('query').q ?? '', limit: MOST_FOUND }) }),
    )
    .get('/:id/data', validate('param', idParam), async (c) => {
      const now = clock.now();
      const addressee = await getAddressee(db, c.req.valid('param').id);
      const { id, isSample, erasedAt } = addressee;
      await addReadAudit(db, {
        ...{ id: ids.next(), now, actorId: c.get('officer').id, action: 'person.read' },
        ...{ subjectKind: 'Person', subjectId: id },
      });
      return c.json({
        person: { id, isSample, erasedAt, name: (await findPersonName(db, id)) ?? null },
        held: await foreseeErasure(db, id),
        open: (await listOpenDataRequests(db, id)).map(({ id: openId, kind, doBy }) => ({ id: openId, kind, doBy })),
        sending: planSending(addressee, now),
        today: officeDay(now).toString(),
        news: await describeNews(db, id),
      });
    })
    .post(
      '/:id/news-off',
      validate('param', idParam),
      validate('json', z.object({ requestId, way: z.enum(OTHER_WAYS) })),
      async (c) => {
        const personId = c.req.valid('param').id;
        await stopNewsForPerson(deps, { ...c.req.valid('json'), personId, officer: c.get('officer') });
        return c.json({});
      },
    )
    .post('/:id/data', validate('param', idParam), validate('json', askedBody), async (c) => {
      const { requestId: id, ...asked } = c.req.valid('json');
      const personId = c.req.valid('param').id;
      const officer = c.get('officer');
      return c.json({ id: await askForPerson(deps, { requestId: id, officer, asked: { ...asked, personId } }) });
    });
};
