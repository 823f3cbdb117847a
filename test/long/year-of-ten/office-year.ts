import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ProjectDeed } from '../../../core/applications/project-data.ts';
import type { Decision } from '../../../staff/requests/decision.ts';
import { openTalkHouse, type Talker } from '../../bot/topics/talker.ts';
import { openOffice } from '../../support/office.ts';
import { STORIES, type Who } from './stories.ts';
import { sendRequest, tellDetails } from './tell.ts';

type Deed<Action extends ProjectDeed['action']> = Extract<ProjectDeed, { action: Action }>['data'];

/** The assistant and the office on one database, whose days go by as the test says. */
export async function openYear() {
  const house = await openTalkHouse();
  const office = openOffice({ url: house.databaseUrl, clock: house.clock });
  const { email, ...officer } = await office.hire('officer', 'Hoàng Văn Bình');
  const talkers = new Map<string, Talker>();
  const ids = new Map<string, string>();
  const who = (name: Who): Talker => talkers.get(name) ?? talkers.set(name, house.meet(name)).get(name) ?? house.meet();

  const ask = async (path: string, body?: object, method?: string) => {
    const answer = await office.ask(`/staff/api${path}`, { as: officer.cookie, body, method });
    expect(answer.status, `${path} ${answer.ok ? '' : await answer.clone().text()}`).toBe(200);
    return answer;
  };
  const read = async (path: string) => await (await ask(path)).json();
  const post = async (path: string, body: object) => {
    const answer = await ask(path, { requestId: randomUUID(), ...body });
    // What it tells the person leaves before they write again.
    house.clock.advance(60_000);
    await house.deliver();
    return await answer.json();
  };
  const idOf = (name: string): string => ids.get(name) ?? '';

  return {
    house,
    who,
    read,
    post,
    idOf,
    /** Of the API, asked to change something in another way than POST. */
    put: async (path: string, body: object) => void (await ask(path, { requestId: randomUUID(), ...body }, 'PUT')),
    workbook: async (query: string) => new Uint8Array(await (await ask(`/reports/workbook?${query}`)).arrayBuffer()),
    /** After the session has run out. */
    signsInAgain: async (): Promise<void> => {
      officer.cookie = await office.signIn(email);
    },
    /** Office hours of that day; the days go forward. */
    on: (day: string): void => house.clock.set(`${day}T02:00:00Z`),
    /** Somebody's request by chat, known as `as` from then on; a later one is left without details. */
    sends: async (name: Who, as: string = name): Promise<void> => {
      const code = await sendRequest(who(name), STORIES[name]);
      const { id } = await house.db.application.findUniqueOrThrow({ where: { code } });
      ids.set(as, id);
      if (as === name) await tellDetails(who(name), STORIES[name]);
    },
    decides: (name: string, decision: Decision) => post(`/requests/${idOf(name)}/decisions`, { decision }),
    does: <Action extends ProjectDeed['action']>(name: string, action: Action, data: Deed<Action>) =>
      post(`/projects/${idOf(name)}/deeds`, { deed: { action, data } }),
    establishmentOf: async (name: string): Promise<string> =>
      (await house.db.application.findUniqueOrThrow({ where: { id: idOf(name) } })).establishmentId ?? '',
    close: async (): Promise<void> => {
      await office.close();
      await house.close();
    },
  };
}

export type Year = Awaited<ReturnType<typeof openYear>>;
