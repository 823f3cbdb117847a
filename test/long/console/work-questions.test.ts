import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandoff } from '../../../records/handoffs.ts';
import { findChromium } from '../../support/browser.ts';
import { addPerson, addQuestion } from '../../support/office-people.ts';
import { MORNING, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const HOUR_MS = 3_600_000;

describe.runIf(executablePath)('the work of an officer in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const hoursAgo = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);

  const somebodyAsks = async (text: string) => {
    const { db } = console.server;
    const person = await addPerson(db, { name: 'Phùng Thị Xuân', wroteAt: hoursAgo(5) });
    return { ...person, id: await addQuestion(db, { personId: person.personId, text, at: hoursAgo(5) }) };
  };
  const messagesTo = ({ personId }: { personId: string }) =>
    console.server.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });

  describe('a question', () => {
    it('is answered with the very words that stood there before, and leaves the list', async () => {
      const asked = await somebodyAsks('Máy thái có được hỗ trợ không');
      const page = await open('/questions', { as: 'officer', name: 'Nguyễn Thị Hoa' });
      await page.getByRole('link', { name: 'Máy thái có được hỗ trợ không' }).click();
      await page.getByLabel('Trả lời', { exact: true }).fill('Có ạ.\nMột nửa giá máy.');
      const shown = await page.getByTestId('shown').textContent();
      await page.getByText('Gửi ngay khi bấm.').waitFor();
      await page.getByRole('button', { name: 'Gửi ngay' }).click();

      await page.getByText('Đã trả lời', { exact: true }).waitFor();
      const [message] = await messagesTo(asked);
      expect(message?.content).toEqual({ text: shown, choices: [] });
      expect(shown).toBe(
        'Cán bộ Nguyễn Thị Hoa trả lời câu hỏi “Máy thái có được hỗ trợ không”:\nCó ạ.\nMột nửa giá máy.',
      );
      await page.getByRole('link', { name: 'Câu hỏi', exact: true }).last().click();
      await page.getByRole('heading', { name: 'Câu hỏi', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Máy thái có được hỗ trợ không' }).waitFor({ state: 'detached' });
    });

    it('shows beside the message what becomes of it', async () => {
      const asked = await somebodyAsks('Câu để theo dõi tin');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByLabel('Trả lời', { exact: true }).fill('Dạ.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Đang gửi').waitFor();
      const { db } = console.server;
      const become = (data: object) => db.delivery.updateMany({ where: { personId: asked.personId }, data });
      await become({ status: 'sent', settledAt: clock.now() });
      await page.getByText('Đã gửi 9 giờ 05').waitFor();
      await become({ status: 'failed', reason: 'unreachable' });
      await page.reload();
      await page.getByText('Không gửi được').waitFor();
      await page.getByText('Người này không nhận tin nữa.').waitFor();
    });

    it('at night waits till seven, and says so before it is sent', async () => {
      clock.set('2026-11-23T14:30:00Z');
      const asked = await somebodyAsks('Hỏi từ chiều');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByText('gửi lúc 7 giờ sáng mai').waitFor();
      await page.getByLabel('Trả lời', { exact: true }).fill('Sáng mai ạ.');
      await page.getByRole('button', { name: 'Hẹn gửi' }).click();
      await page.getByText('Sẽ gửi lúc 7 giờ sáng mai').waitFor();
      expect(await messagesTo(asked)).toMatchObject([{ notBefore: new Date('2026-11-24T00:00:00Z') }]);
      clock.set(MORNING);
    });

    it('whose answer was lost on its way is seen to be sent when the page is opened again, and not sent twice', async () => {
      const asked = await somebodyAsks('Câu lúc mất mạng');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      const box = page.getByLabel('Trả lời', { exact: true });
      await box.fill('Viết dở khi mất mạng');
      // The answer of the server is lost on its way: it was sent, but the page cannot know.
      await page.route('**/answer', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Chưa nối được máy chủ. Lời anh/chị viết vẫn còn ở đây.').waitFor();
      await page.unroute('**/answer');
      await page.reload();
      await page.getByText('Đã trả lời', { exact: true }).waitFor();
      expect(await messagesTo(asked)).toHaveLength(1);
      // It has arrived after all, so it does not stand there to be sent again.
      await expect.poll(() => page.getByLabel('Nói thêm').inputValue()).toBe('');
    });

    it('keeps what is being written when the line drops and the page is closed', async () => {
      const asked = await somebodyAsks('Câu viết dở');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByLabel('Trả lời', { exact: true }).fill('Mới viết được nửa câu');
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Lời anh/chị viết vẫn còn ở đây.').waitFor();
      await page.context().setOffline(false);
      await page.reload();
      await page.getByLabel('Trả lời', { exact: true }).waitFor();
      expect(await page.getByLabel('Trả lời', { exact: true }).inputValue()).toBe('Mới viết được nửa câu');
      expect(await messagesTo(asked)).toEqual([]);
    });

    it('tried again after a doubtful failure is the same request', async () => {
      const asked = await somebodyAsks('Câu bấm hai lần');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByLabel('Trả lời', { exact: true }).fill('Dạ có.');
      const requestIds: string[] = [];
      await page.route('**/answer', async (route) => {
        requestIds.push(route.request().postDataJSON().requestId);
        if (requestIds.length === 1) await route.abort();
        else await route.continue();
      });
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Chưa nối được máy chủ.').waitFor();
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Đã trả lời', { exact: true }).waitFor();
      expect(requestIds[0]).toBe(requestIds[1]);
      expect(await messagesTo(asked)).toHaveLength(1);
    });

    it('answered by a colleague meanwhile: the second is told, loses nothing, and may add', async () => {
      const asked = await somebodyAsks('Câu hai người trả lời');
      const page = await open(`/questions/${asked.id}`, { as: 'officer', name: 'Trần Văn Nam' });
      await page.getByLabel('Trả lời', { exact: true }).fill('Lời của Nam');
      // Before the page hears of it, a colleague answers.
      await page.route('**/answer', async (route) => {
        const hoa = await console.server.hire('officer', 'Nguyễn Thị Hoa');
        const body = { requestId: randomUUID(), text: 'Lời của Hoa' };
        await console.server.ask(`/staff/api/questions/${asked.id}/answer`, { as: hoa.cookie, body });
        await route.continue();
      });
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Đồng nghiệp đã trả lời câu này trước').waitFor();
      await page.getByText('Lời của Hoa', { exact: true }).first().waitFor();
      expect(await page.getByLabel('Nói thêm').inputValue()).toBe('Lời của Nam');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await expect.poll(async () => (await messagesTo(asked)).length).toBe(2);
      const [, second] = await messagesTo(asked);
      expect(second?.content).toMatchObject({ text: expect.stringContaining('Trần Văn Nam nói thêm') });
    });

    it('asked while the console is open appears by itself', async () => {
      const page = await open('/', { as: 'officer' });
      await page.getByRole('heading', { name: 'Hôm nay' }).waitFor();
      const { db } = console.server;
      const { personId } = await addPerson(db, { wroteAt: clock.now() });
      const text = 'Câu vừa mới hỏi xong';
      await createHandoff(db, { id: randomUUID(), personId, kind: 'question', text, now: hoursAgo(100) });
      await page.getByRole('link', { name: text }).waitFor({ timeout: 3_000 });
    });

    it('is not missed while the line was broken, and the page says that it was', async () => {
      const page = await open('/', { as: 'officer' });
      await page.getByRole('heading', { name: 'Hôm nay' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText('Mất kết nối.').waitFor();
      const { db } = console.server;
      const { personId } = await addPerson(db, { wroteAt: clock.now() });
      const text = 'Câu hỏi lúc mất mạng';
      await createHandoff(db, { id: randomUUID(), personId, kind: 'question', text, now: hoursAgo(200) });
      await page.context().setOffline(false);
      await page.getByRole('link', { name: text }).waitFor();
      await page.getByText('Mất kết nối.').waitFor({ state: 'detached' });
    });

    it('survives a session that ends in the middle of a sentence', async () => {
      const asked = await somebodyAsks('Câu khi hết phiên');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByLabel('Trả lời', { exact: true }).fill('Đang viết thì hết phiên');
      await console.server.db.session.deleteMany();
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
      const again = await console.server.hire('officer');
      await page.getByLabel('Email').fill(again.email);
      await page.getByLabel('Mật khẩu', { exact: true }).fill('mat-khau-thu-nghiem');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByLabel('Trả lời', { exact: true }).waitFor();
      expect(await page.getByLabel('Trả lời', { exact: true }).inputValue()).toBe('Đang viết thì hết phiên');
      expect(await messagesTo(asked)).toEqual([]);
    });

    it('is closed without a message when there is nothing to say', async () => {
      const asked = await somebodyAsks('Đã gọi điện rồi');
      const page = await open(`/questions/${asked.id}`, { as: 'officer' });
      await page.getByRole('button', { name: 'Đóng, không trả lời' }).click();
      await page.getByRole('button', { name: 'Đóng câu hỏi' }).click();
      await page.getByText('đã đóng câu hỏi lúc').waitFor();
      expect(await messagesTo(asked)).toEqual([]);
    });
  });
});
