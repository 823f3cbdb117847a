import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { addCourse, BOOKS } from '../../support/courses.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('the courses of the office, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const enrol = async (courseId: string, people: string[]): Promise<void> => {
    const { db } = console.server;
    for (const [number, name] of people.entries()) {
      const { personId } = await addPerson(db, { name, wroteAt: clock.now() });
      const { title, startsOn, endsOn } = BOOKS;
      const id = await addRequest(db, {
        ...{
          personId,
          code: `KC-2026-09${number}${courseId.slice(0, 2)}`,
          at: new Date(clock.now().getTime() + number),
        },
        answers: {
          course: { courseId, title, startsOn, endsOn },
          'contact-name': name,
          establishment: 'Hợp tác xã miến dong Côn Minh',
          phone: `090000000${number + 1}`,
          commune: { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
          'learner-names': 'Nguyễn Thị Hoa, giám đốc; Nguyễn Văn Nam, kế toán',
        },
      });
      await db.application.update({ where: { id }, data: { programme: 'management-training' } });
    }
  };

  afterEach(async () => {
    const { db } = console.server;
    await db.delivery.deleteMany({ where: { courseId: { not: null } } });
    await db.course.deleteMany();
    await db.applicationAnswer.deleteMany({ where: { questionId: 'course' } });
  });

  it('the empty page says what to do; a course is written, read as people will read it, and published', async () => {
    const page = await open('/courses', { as: 'officer', name: 'Hoàng Văn Bình' });
    await page.getByText('Chưa có lớp nào').waitFor();
    await shoot(page, 'courses-empty');
    await page.getByRole('link', { name: 'Thêm lớp' }).click();
    await page.getByText('để xem trước').waitFor();
    await page.getByLabel('Tên lớp').fill('Sổ sách, tính giá cho hợp tác xã');
    await page.getByLabel('Học những gì').fill('ghi sổ thu chi, tính giá bán, báo thuế');
    await page.getByLabel('Ngày đầu').fill('2027-01-12');
    await page.getByLabel('Ngày cuối').fill('2027-01-11');
    await page.getByLabel('Nơi học').fill('Nhà văn hoá thôn Chợ Mới');
    await page.getByLabel('Xã, phường').selectOption({ label: 'Xã Côn Minh' });
    await page.getByLabel('Số chỗ').fill('30 chỗ');
    await page.getByLabel('Ngày', { exact: true }).fill('2027-01-08');
    await page.getByText('Ngày cuối phải không trước ngày đầu.').waitFor();
    await page.getByLabel('Ngày cuối').fill('2027-01-14');
    await page.getByText('- Sổ sách, tính giá cho hợp tác xã: 12–14/1, Xã Côn Minh, còn 30 chỗ').waitFor();
    await page.getByLabel('Chi phí').fill('Miễn phí');
    await page.getByText('Chi phí: Miễn phí.').waitFor();
    expect(await page.getByTestId('shown').textContent()).toContain('1. Đăng ký lớp này');
    await shoot(page, 'courses-new');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByRole('heading', { name: 'Sổ sách, tính giá cho hợp tác xã', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Công bố' }).click();
    await page.getByRole('dialog').getByText('Không có tin nào tự gửi đi.').waitFor();
    await shoot(page, 'courses-publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
    await page.getByText('Đang nhận đăng ký').waitFor();
    await page.getByText('Chưa ai đăng ký lớp này.').waitFor();
    await page.getByText('Hoàn tác việc công bố thì lớp lại là bản nháp.').waitFor();
    await shoot(page, 'courses-published');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Xoá bản nháp' }).waitFor();
  });

  it('a change says before it is saved who is told and what; it can be undone until the messages leave', async () => {
    const { db } = console.server;
    const id = await addCourse(db, clock.now(), { communeCode: '02185', places: 2 });
    await enrol(id, ['Nguyễn Thị Hoa', 'Trần Văn Nam', 'Lò Thị Mai']);
    const page = await open(`/courses/${id}`, { as: 'officer' });
    await page.getByText('3 phiếu, 3 người, 2 chỗ.').waitFor();
    await page.getByText('Chờ chỗ').waitFor();
    await shoot(page, 'courses-page');
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Danh sách đăng ký lớp học').waitFor();
    expect(await page.getByText('Ký tên').isVisible()).toBe(true);
    await shoot(page, 'courses-print');
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('link', { name: 'Sửa lớp' }).click();
    await page.getByLabel('Ngày đầu').fill('2027-01-19');
    await page.getByLabel('Ngày cuối').fill('2027-01-21');
    await page.getByText('3 người đã chọn lớp này sẽ được báo').waitFor();
    expect(await page.getByTestId('shown').first().textContent()).not.toContain('12/1');
    await shoot(page, 'courses-change');
    await page.getByRole('button', { name: 'Lưu và báo 3 người' }).click();
    await page.getByText('Thay đổi vừa lưu chưa báo ai.').waitFor();
    expect(await db.delivery.count({ where: { courseId: id, status: 'waiting' } })).toBe(3);
    await shoot(page, 'courses-changed');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('thứ Ba 12/1/2027 – thứ Năm 14/1/2027').first().waitFor();
    expect(await db.delivery.count({ where: { courseId: id, status: 'waiting' } })).toBe(0);

    await page.getByRole('button', { name: 'Huỷ lớp' }).click();
    await page.getByRole('dialog').getByLabel(/Lý do/).fill('giảng viên ốm');
    await page.getByRole('dialog').getByText('Lý do: giảng viên ốm.').waitFor();
    await shoot(page, 'courses-cancel');
    await page.getByRole('dialog').getByRole('button', { name: 'Huỷ lớp' }).click();
    await page.getByText('Đã huỷ', { exact: true }).waitFor();
    expect(await db.delivery.count({ where: { courseId: id, status: 'waiting' } })).toBe(3);
  });

  it('on a phone nothing runs over the edge or has a serious barrier', async () => {
    const { db } = console.server;
    const id = await addCourse(db, clock.now(), { communeCode: '02185', places: 2 });
    await addCourse(db, clock.now(), { title: 'Bán hàng qua mạng cho chủ cơ sở, hợp tác xã và tổ hợp tác ở vùng cao' });
    await enrol(id, ['Nguyễn Thị Hoa', 'Trần Văn Nam', 'Lò Thị Mai']);
    const page = await open('/courses', { as: 'officer', size: PHONE });
    for (const [path, ready] of [
      ['/courses', 'Sắp tới'],
      ['/courses/new', 'Chương trình'],
      [`/courses/${id}`, 'Chờ chỗ'],
      [`/courses/${id}/change`, 'Khi bấm vào lớp'],
    ] as const) {
      await page.goto(`${console.server.origin}/console${path}`);
      await page.getByText(ready).first().waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
      expect(await barriers(page), path).toEqual([]);
      await shoot(page, `courses-phone${path.replaceAll('/', '-').replace(id, 'one')}`);
    }
  });
});
