import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findFile } from '../../records/person-files.ts';
import type { StaffEnv } from '../auth/session.ts';
import { removeOfficePhoto } from '../data/remove-photo.ts';
import { idParam, requestId, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** What a browser may show by itself; anything else is only ever downloaded. */
const SAFE_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp']);

const removeBody = z.object({ requestId, why: z.enum(['identity-card', 'not-needed']) });

/** Photos of people, for signed-in officers only. */
export const fileRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .post('/:id/remove', validate('param', idParam), validate('json', removeBody), async (c) => {
      await removeOfficePhoto(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .get('/:id', validate('param', idParam), async (c) => {
      const { db, clock, ids, files } = deps;
      const file = await findFile(db, c.req.valid('param').id);
      if (file === undefined) throw new AppError('not-found');
      const bytes = await files.read(file.key);
      await addReadAudit(db, {
        id: ids.next(),
        now: clock.now(),
        actorId: c.get('officer').id,
        action: 'photo.read',
        subjectKind: 'Person',
        subjectId: file.personId,
      });
      const isSafe = SAFE_TYPES.has(file.mediaType);
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': isSafe ? file.mediaType : 'application/octet-stream',
        'content-disposition': isSafe ? 'inline' : 'attachment',
        'cache-control': 'private, max-age=3600',
      });
    });
