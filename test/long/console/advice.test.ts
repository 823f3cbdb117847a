import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../bot/library/load-library.ts';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { findChromium } from '../../support/browser.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const shipped = await readKnowledge({ root: projectRoot });
const library = buildLibrary(shipped);

describe.runIf(executablePath)('how a request stands by the rules, in a browser', () => {
  const console = useConsole(executablePath ?? '');
  beforeAll(() => {
    console.server.deps.library = { current: () => library, shipped, takenOver: () => 0, rehearse: async () => [] };
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])(
    'each reason is a word with a shape and its source, and the sum stands with its document, on %s',
    async (_, size) => {
      const { request } = console.village;
      await console.server.db.application.update({
        where: { id: request },
        data: { programme: 'advanced-equipment' },
      });
      const answers = { 'legal-form': 'unregistered', 'machines.1.name': 'Lò sấy', 'machines.1.state': 'new' };
      for (const [questionId, value] of Object.entries(answers)) {
        const written = { applicationId: request, questionId, value, answeredAt: console.clock.now() };
        await console.server.db.applicationAnswer.upsert({
          where: { applicationId_questionId: { applicationId: request, questionId } },
          create: written,
          update: { value },
        });
      }
      const page = await console.open(`/requests/${request}`, { as: 'officer', size });
      await page.waitForTimeout(3000);
      const advice = page.getByRole('region', { name: 'Điều kiện và mức hỗ trợ' });
      await advice.getByText('Chưa đủ').first().waitFor();
      await advice.getByText('Cần làm: đăng ký hộ kinh doanh ở xã, phường').waitFor();
      await advice.getByText('Thông tư 46/2012/TT-BCT, Điều 4, khoản 4 · đã đọc bản gốc').waitFor();
      await advice.getByText('tối đa 200 triệu đồng').waitFor();
      const shapes = await advice.getByRole('listitem').filter({ hasText: 'Nghị định' }).locator('svg').count();
      expect(shapes).toBe(await advice.getByRole('listitem').filter({ hasText: 'Nghị định' }).count());
      expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    },
  );
});
