import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addMember } from '../../../records/establishment-members.ts';
import { findChromium } from '../../support/browser.ts';
import { sendRequest, TAI_HOAN } from '../../support/establishments.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson } from '../../support/office-people.ts';
import { blur, drawPaper, relight } from '../../support/pictures.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;
const SHARP = { sharpness: 3, weakerSharpness: 2.4, dark: 40, light: 230, burnt: 0, ground: 215 };

describe.runIf(executablePath)('papers and the establishment of a request, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/retake-${name}.png`, fullPage: true });
  };

  async function addPhoto(personId: string, bytes: Buffer, measures: object): Promise<string> {
    const id = randomUUID();
    await console.server.files.write(id, bytes);
    const file = { mediaType: 'image/jpeg', byteSize: bytes.length, sha256: '', width: 1500, height: 2000 };
    await console.server.db.storedFile.create({
      data: { id, personId, key: id, ...file, measures, createdAt: clock.now() },
    });
    return id;
  }

  /** A request whose quotation is blurred and dark on two of three photos, of an establishment with two people and two requests. */
  async function addBlurred(): Promise<string> {
    const { db } = console.server;
    const at = new Date(clock.now().getTime() - 3_600_000);
    const { personId } = await addPerson(db, { name: 'Nguyễn Thị Hoan', wroteAt: at });
    const quotation = [
      await addPhoto(personId, await drawPaper(), SHARP),
      await addPhoto(personId, await blur(await drawPaper({ page: 2 }), 8), {
        ...SHARP,
        sharpness: 0.05,
        weakerSharpness: 0.04,
      }),
      await addPhoto(personId, await relight(await drawPaper({ page: 3 }), 0.12), { ...SHARP, light: 30 }),
    ];
    const first = await sendRequest(db, { personId, values: { ...TAI_HOAN, need: 'packaging' }, at });
    const { establishmentId } = first;
    const { id } = await sendRequest(db, { personId, values: { ...TAI_HOAN, need: 'machinery' }, establishmentId, at });
    await db.applicationAnswer.create({
      data: { applicationId: id, questionId: 'quotation', value: { fileIds: quotation }, answeredAt: at },
    });
    await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
    const cousin = (await addPerson(db, { name: 'Nguyễn Văn Tài', wroteAt: at })).personId;
    const member = { establishmentId, personId: cousin, role: 'family', consentedById: personId };
    await db.$transaction((tx) => addMember(tx, { ...member, now: at }));
    return id;
  }

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])(
    'what is wrong with a photo stands on it, and one press asks for new ones with the reason written: %s',
    async (name, size) => {
      const page = await open(`/requests/${await addBlurred()}`, { as: 'officer', name: 'Nguyễn Thị Hoa', size });
      await page.getByText('Mờ', { exact: true }).first().waitFor();
      await shoot(page, `${name}-before`);
      await page.getByRole('link', { name: 'HTX Tài Hoan' }).first().waitFor();
      await page.getByText('Nguyễn Văn Tài').waitFor();
      await page.getByRole('button', { name: 'Tôi xét phiếu này', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tôi xét', exact: true }).click();
      const retake = page.getByRole('button', { name: 'Xin chụp lại: Ảnh báo giá' });
      await retake.waitFor();
      await shoot(page, `${name}-taken`);
      await retake.click();
      const remark = page.getByLabel('Bổ sung gì ở mục Ảnh báo giá?');
      expect(await remark.inputValue()).toContain('Ảnh 2 bị mờ, ảnh 3 quá tối.');
      await shoot(page, `${name}-marked`);
      expect(await barriers(page)).toEqual([]);
    },
  );
});
