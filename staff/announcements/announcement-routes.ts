import { Hono } from 'hono';
import * as z from 'zod';
import { announcementContent } from '../../bot/outbox/announcement-content.ts';
import { previewMessage } from '../../bot/outbox/preview-message.ts';
import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { allowedAnnouncementActions, announcementLeavesAt } from '../../core/announcements/state.ts';
import { AppError } from '../../core/app-error.ts';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { isSendingHour } from '../../core/schedule/sending-hours.ts';
import { findAnnouncement, listAnnouncements } from '../../records/announcement-list.ts';
import { countAudience, listAudienceChoices } from '../../records/audience-count.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, paging, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { doToAnnouncement, draftAnnouncement } from './announcement-deeds.ts';
import { announcementText, audienceBody, deedBody, newBody } from './schemas.ts';
import { readZaloMonth } from './zalo-month.ts';

/** Announcements of the centre (tin báo), for every officer. */
export const announcementRoutes = (deps: StaffDeps) => {
  const { db, clock } = deps;
  return new Hono<StaffEnv>()
    .get('/', validate('query', z.object(paging)), async (c) => {
      const now = clock.now();
      return c.json({ ...(await listAnnouncements(db, { ...c.req.valid('query'), now })), now });
    })
    .get('/choices', async (c) =>
      c.json({ programmes: PROGRAMMES.map(({ id }) => id), ...(await listAudienceChoices(db)) }),
    )
    .post('/count', validate('json', audienceBody), async (c) =>
      c.json({
        ...(await countAudience(db, c.req.valid('json').audience)),
        zaloMonth: await readZaloMonth(deps),
        /** When it would leave if it were confirmed now. */
        wouldLeaveAt: announcementLeavesAt(clock.now()),
      }),
    )
    .post('/preview', validate('json', z.object({ text: announcementText })), async (c) => {
      const { text } = c.req.valid('json');
      return c.json({
        previews: previewMessage(announcementContent(text, 'vi')),
        personalNumbers: findPersonalNumbers(text),
      });
    })
    .post('/', validate('json', newBody), async (c) =>
      c.json({ id: await draftAnnouncement(deps, { ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .get('/:id', validate('param', idParam), async (c) => {
      const now = clock.now();
      const announcement = await findAnnouncement(db, { ...c.req.valid('param'), now });
      if (announcement === undefined) throw new AppError('not-found');
      const actions = allowedAnnouncementActions(announcement.state);
      // `now`: the page counts down by the office's clock, not by that of the officer's machine.
      return c.json({ ...announcement, actions, isNight: !isSendingHour(now), now });
    })
    .post('/:id/deeds', validate('param', idParam), validate('json', deedBody), async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') };
      await doToAnnouncement(deps, asked);
      return c.json({});
    });
};
