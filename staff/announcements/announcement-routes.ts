import type { Readable } from 'node:stream';
import { Hono } from 'hono';
import * as z from 'zod';
import { allowedAnnouncementActions, announcementLeavesAt, mayApprove } from '../../core/announcements/state.ts';
import { AppError } from '../../core/app-error.ts';
import { isSendingHour } from '../../core/schedule/sending-hours.ts';
import { listAnnouncementDeeds } from '../../records/announcement-history.ts';
import { findAnnouncement, listAnnouncements } from '../../records/announcement-list.ts';
import { findPictureBytes } from '../../records/announcement-pictures.ts';
import { findAnnouncementRules } from '../../records/announcement-rules.ts';
import { countAudience } from '../../records/audience-count.ts';
import { requireAdministrator, type StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { toWebStream } from '../http/to-web-stream.ts';
import { idParam, paging, validate } from '../http/validate.ts';
import { asFile, XLSX } from '../papers/as-file.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { doToAnnouncement, draftAnnouncement, settleRules } from './announcement-deeds.ts';
import { takePicture } from './announcement-pictures.ts';
import { describeAudienceChoices, findCommunes } from './audience-choices.ts';
import { callSheetWorkbook, describeCallSheet } from './call-sheet.ts';
import { callsAheadWorkbook, describeCallsAhead } from './calls-ahead.ts';
import { previewAnnouncement } from './preview-announcement.ts';
import { audienceBody, deedBody, newBody, pictureQuery, previewBody, rulesBody } from './schemas.ts';
import { readZaloMonth } from './zalo-month.ts';

/** Announcements of the centre (tin báo), for every officer. */
export const announcementRoutes = (deps: StaffDeps) => {
  const { db, clock } = deps;
  const toStream = (file: Readable) => {
    file.once('error', (error) => deps.log.error({ name: error.name }, 'a call sheet broke off'));
    return toWebStream(file);
  };
  return new Hono<StaffEnv>()
    .get('/', validate('query', z.object(paging)), async (c) => {
      const now = clock.now();
      return c.json({ ...(await listAnnouncements(db, { ...c.req.valid('query'), now })), now });
    })
    .get('/choices', async (c) => c.json(await describeAudienceChoices(deps, readerLocale(c))))
    .get('/communes', validate('query', z.object({ text: z.string().max(100).default('') })), async (c) =>
      c.json({ communes: await findCommunes(deps, c.req.valid('query').text) }),
    )
    .get('/rules', async (c) => c.json(await findAnnouncementRules(db)))
    .put('/rules', requireAdministrator, validate('json', rulesBody), async (c) => {
      await settleRules(deps, { ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/count', validate('json', audienceBody), async (c) => {
      const { topic, audience, wantedAt } = c.req.valid('json');
      const counted = await countAudience(db, { topic, audience });
      const { approvalAbove } = await findAnnouncementRules(db);
      return c.json({
        ...counted,
        zaloMonth: await readZaloMonth(deps, { topic, audience }),
        mustBeApproved: approvalAbove !== null && counted.reachable > approvalAbove,
        /** When it would leave if it were confirmed now, and approved at once where it must be. */
        wouldLeaveAt: announcementLeavesAt(clock.now(), wantedAt === undefined ? null : new Date(wantedAt)),
      });
    })
    .post('/preview', validate('json', previewBody), async (c) =>
      c.json(previewAnnouncement(c.req.valid('json'), deps)),
    )
    .post('/pictures', validate('query', pictureQuery), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await takePicture(deps, { ...c.req.valid('query'), bytes, officer: c.get('officer') }));
    })
    .get('/pictures/:id', validate('param', idParam), async (c) => {
      const bytes = await findPictureBytes(db, c.req.valid('param').id);
      if (bytes === undefined) throw new AppError('not-found');
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'image/jpeg',
        'content-disposition': 'inline',
        // A picture never changes.
        'cache-control': 'private, max-age=86400',
      });
    })
    .post('/', validate('json', newBody), async (c) =>
      c.json({ id: await draftAnnouncement(deps, { ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .get('/:id', validate('param', idParam), async (c) => {
      const now = clock.now();
      const announcement = await findAnnouncement(db, { ...c.req.valid('param'), now });
      if (announcement === undefined) throw new AppError('not-found');
      const { id: officerId } = c.get('officer');
      const actions = allowedAnnouncementActions(announcement.state).filter(
        (action) => action !== 'approve' || mayApprove(officerId, announcement),
      );
      // `now`: the page counts down by the office's clock, not by that of the officer's machine.
      const history = await listAnnouncementDeeds(db, announcement.id);
      // Who agrees to it agrees to as many as it is for at this moment.
      const approvalPeople =
        announcement.state === 'asked'
          ? (await countAudience(db, announcement)).reachable
          : announcement.approvalPeople;
      return c.json({ ...announcement, approvalPeople, actions, history, isNight: !isSendingHour(now), now });
    })
    .get('/:id/calls', validate('param', idParam), async (c) =>
      c.json(await describeCallSheet(deps, { ...c.req.valid('param'), officerId: c.get('officer').id })),
    )
    .get('/:id/calls/ahead', validate('param', idParam), async (c) =>
      c.json(await describeCallsAhead(deps, { ...c.req.valid('param'), officerId: c.get('officer').id })),
    )
    .get('/:id/calls/workbook', validate('param', idParam), async (c) => {
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale: readerLocale(c) };
      const { file, fileName } = await callSheetWorkbook(deps, asked);
      return c.body(toStream(file), 200, asFile(fileName, XLSX));
    })
    .get('/:id/calls/ahead/workbook', validate('param', idParam), async (c) => {
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale: readerLocale(c) };
      const { file, fileName } = await callsAheadWorkbook(deps, asked);
      return c.body(toStream(file), 200, asFile(fileName, XLSX));
    })
    .post('/:id/deeds', validate('param', idParam), validate('json', deedBody), async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') };
      await doToAnnouncement(deps, asked);
      return c.json({});
    });
};
