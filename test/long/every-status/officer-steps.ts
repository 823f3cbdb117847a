import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ProjectDeed } from '../../../core/applications/project-data.ts';
import type { Officer } from '../first-life/officer.ts';
import type { World } from '../first-life/world.ts';

/** A deed as it is written into its dialog: what to press, what to pick and fill in by its label, what to confirm with. */
export type WrittenStep = {
  press: string;
  confirm?: string;
  picks?: string | RegExp;
  year?: string;
  fields?: Record<string, string>;
};

/** The steps of a project that an officer records in the browser, and by the same routes without one. */
export function createSteps({ page, go, opensRequest, shows }: Officer, world: World) {
  const panel = page.getByRole('region', { name: 'Đề án' });
  const dialog = page.getByRole('dialog');

  /** Records a step on the page of the request; answers the words that the person was shown to read. */
  const records = async (
    code: string,
    { press, confirm = press, picks, year, fields = {} }: WrittenStep,
  ): Promise<string> => {
    await opensRequest(code);
    await panel.getByRole('button', { name: press, exact: true }).click();
    await dialog.waitFor();
    if (year !== undefined) await dialog.getByLabel('Năm kế hoạch').selectOption(year);
    if (picks !== undefined) await dialog.getByRole('radio', { name: picks }).check();
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
    const send = dialog.locator('button[type=submit]:enabled', { hasText: confirm });
    await send.waitFor();
    await shows(press);
    const words = (await dialog.getByTestId('shown').textContent()) ?? '';
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    return words;
  };

  const ask = async (path: string, body?: object) => {
    const options = { headers: { origin: world.url }, data: body };
    const url = `${world.url}/staff/api${path}`;
    const answer = body === undefined ? await page.request.get(url) : await page.request.post(url, options);
    return { status: answer.status(), body: await answer.json() };
  };
  const findId = async (code: string): Promise<string> => {
    const { body } = await ask(`/requests?q=${code}`);
    return body.items.find((each: { code: string }) => each.code === code)?.id;
  };

  return {
    records,
    panel,
    /** So that the session of this week is there. */
    signsIn: () => go('/requests'),
    /** The same by the routes alone, for those whose life is told elsewhere. */
    decides: async (code: string, decision: object): Promise<void> => {
      const answer = await ask(`/requests/${await findId(code)}/decisions`, { requestId: randomUUID(), decision });
      expect(answer, code).toMatchObject({ status: 200 });
      await world.isQuiet();
    },
    does: async (code: string, deed: ProjectDeed): Promise<void> => {
      const answer = await ask(`/projects/${await findId(code)}/deeds`, { requestId: randomUUID(), deed });
      expect(answer, code).toMatchObject({ status: 200 });
      await world.isQuiet();
    },
  };
}
