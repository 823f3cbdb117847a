import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { addReadAudit } from '../../records/audit.ts';
import { listAllEstablishments } from '../../records/establishment-list.ts';
import type { Officer, StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { idParam, paging, requestId, searchQuery, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeCommunes, describeEstablishment, describeRow } from './describe-establishments.ts';
import { mergeAsSeen, undoAsAsked } from './merge-deeds.ts';
import { sayNotSame, sayNotSameNoMore } from './not-same-deeds.ts';
import { previewMerge } from './preview-merge.ts';

const listQuery = z.object({
  ...paging,
  q: searchQuery,
  commune: z.string().max(10).optional(),
  /** Only those that may be another one too. */
  twice: z.literal('1').optional(),
});
const previewBody = z.object({ mergedId: z.uuid() });
const mergeBody = z.object({ requestId, mergedId: z.uuid(), mark: z.string().max(100) });
const pairBody = z.object({ requestId, otherId: z.uuid() });
const undoBody = z.object({ requestId, mergeId: z.uuid() });

/** Who produces, by establishment, for every officer; `:id` of a merge is the one that is kept. */
export const establishmentRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  const noteLook = (officer: Officer, id: string): Promise<void> => {
    const look = { action: 'establishment.read', subjectKind: 'Establishment', subjectId: id };
    return addReadAudit(db, { id: ids.next(), now: clock.now(), actorId: officer.id, ...look });
  };
  return new Hono<StaffEnv>()
    .get('/', validate('query', listQuery), async (c) => {
      const { q, commune, twice, ...rest } = c.req.valid('query');
      const filter = { query: q, communeCode: commune, onlyDuplicates: twice === '1' };
      const page = await listAllEstablishments(db, { ...rest, ...filter });
      return c.json({ ...page, items: page.items.map((item) => describeRow(item, readerLocale(c))) });
    })
    .get('/communes', async (c) => c.json({ communes: await describeCommunes(deps) }))
    .get('/:id', validate('param', idParam), async (c) => {
      const found = await describeEstablishment(deps, c.req.valid('param').id, readerLocale(c));
      if (found === undefined) throw new AppError('not-found');
      await noteLook(c.get('officer'), found.id);
      return c.json(found);
    })
    .post('/:id/merge-preview', validate('param', idParam), validate('json', previewBody), async (c) => {
      const pair = { keptId: c.req.valid('param').id, mergedId: c.req.valid('json').mergedId };
      const preview = await previewMerge(deps, pair, readerLocale(c));
      for (const id of Object.values(pair)) await noteLook(c.get('officer'), id);
      return c.json(preview);
    })
    .post('/:id/merge', validate('param', idParam), validate('json', mergeBody), async (c) => {
      await mergeAsSeen(deps, { keptId: c.req.valid('param').id, ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/not-same', validate('param', idParam), validate('json', pairBody), async (c) => {
      await sayNotSame(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/undo-not-same', validate('param', idParam), validate('json', pairBody), async (c) => {
      await sayNotSameNoMore(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/undo-merge', validate('param', idParam), validate('json', undoBody), async (c) => {
      await undoAsAsked(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
};
