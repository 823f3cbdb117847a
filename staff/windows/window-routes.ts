import { Hono } from 'hono';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { programmesOfKind, usualRule, WINDOW_KINDS } from '../../core/schedule/window-kinds.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import { findCentre } from '../../records/centre.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeWindow, describeWindows } from './describe-windows.ts';
import { previewWindow } from './preview-window.ts';
import { changeBody, newBody, previewBody, withdrawBody } from './schemas.ts';
import { alterWindow, callOffWindow, enterWindow } from './window-deeds.ts';

const PROGRAMME_IDS = PROGRAMMES.map(({ id }) => id);

/** Application windows (đợt nhận phiếu), for every officer. */
export const windowRoutes = (deps: StaffDeps) => {
  const { db, clock } = deps;
  return new Hono<StaffEnv>()
    .get('/', async (c) => c.json({ windows: await describeWindows(deps), now: clock.now() }))
    .get('/choices', async (c) => {
      const centre = await findCentre(db);
      const communes = centre === undefined ? [] : await deps.listCommunes(centre.provinceCode);
      return c.json({
        programmes: PROGRAMME_IDS,
        /** In which the days of every window are counted. */
        zone: OFFICE_ZONE,
        kinds: WINDOW_KINDS.map((id) => ({
          id,
          programmes: programmesOfKind(id, PROGRAMME_IDS),
          rule: usualRule(id),
        })),
        communes: communes.map(({ code, name }) => ({ code, name })),
        /** Whole areas of before 2025-07-01, for which a window often is. */
        formerProvinces: centre === undefined ? [] : (await deps.loadPlaces()).listFormerProvinces(centre.provinceCode),
      });
    })
    .post('/preview', validate('json', previewBody), async (c) =>
      c.json(await previewWindow(deps, c.req.valid('json'))),
    )
    .post('/', validate('json', newBody), async (c) =>
      c.json({ id: await enterWindow(deps, { ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .get('/:id', validate('param', idParam), async (c) =>
      c.json({ window: await describeWindow(deps, c.req.valid('param').id), now: clock.now() }),
    )
    .post('/:id/change', validate('param', idParam), validate('json', changeBody), async (c) => {
      await alterWindow(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/withdraw', validate('param', idParam), validate('json', withdrawBody), async (c) => {
      await callOffWindow(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
};
