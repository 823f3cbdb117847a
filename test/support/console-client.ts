import { randomUUID } from 'node:crypto';
import type { Assistant } from './assistant.ts';

export type ConsoleClient = {
  read: (path: string) => Promise<unknown>;
  /** Writes with a request id of its own; throws when it is refused. */
  write: (path: string, body: object) => Promise<void>;
};

/** Enters the console of a running assistant by the one-time link that it printed, and speaks to it as a browser would. */
export async function enterConsole({ output, url }: Assistant): Promise<ConsoleClient> {
  const [, site = '', token = ''] = /(http\S+)\/console\/setup#(\S+)/.exec(output()) ?? [];
  const person = { name: 'Hoàng Văn Bình', email: 'binh@example.vn', password: 'mot cau rat de nho' };
  let cookie = '';
  const ask = async (path: string, body?: object): Promise<Response> => {
    const answer = await fetch(`${url}/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { origin: site, cookie, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const write = async (path: string, body: object): Promise<void> => {
    await ask(`/api${path}`, { requestId: randomUUID(), ...body });
  };
  await write('/setup', { token, ...person });
  const { headers } = await ask('/auth/sign-in', { email: person.email, password: person.password });
  cookie = headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { write, read: async (path) => await (await ask(`/api${path}`)).json() };
}
