import { createDataCopyLink } from '../../../../records/data-copy-links.ts';
import { recordDoneDataRequest } from '../../../../records/data-requests.ts';
import type { Reply, Turn } from '../../topic.ts';
import { handToOfficers } from './ask-officers.ts';
import { wayBack } from './ways.ts';

/** Where the copy is taken; the server that answers there is the host's. */
const COPY_PATH = '/ban-sao/';

/** A one-time link where people can reach this copy's pages; elsewhere officers hand the copy over, within the law's days. */
export async function giveCopy(turn: Turn, publicUrl: string | undefined): Promise<Reply> {
  const { tx, ids, person, contact, words, now } = turn;
  if (publicUrl === undefined || !isReachable(publicUrl, contact.channel)) {
    return await handToOfficers(turn, { kind: 'download', text: '' });
  }
  const requestId = ids.next();
  await recordDoneDataRequest(tx, {
    ...{ id: requestId, personId: person.id, kind: 'download', channel: contact.channel, now },
  });
  const { token, hours } = await createDataCopyLink(tx, { personId: person.id, requestId, now });
  return {
    paragraphs: [
      words.t('my-data:copyLink', { hours }),
      `${publicUrl}${COPY_PATH}${token}`,
      words.t('my-data:copyCare'),
    ],
    choices: [wayBack(turn)],
  };
}

/** An address of this machine opens only where the chat page itself is open. */
function isReachable(publicUrl: string, channel: string): boolean {
  return channel === 'web-chat' || !/^https?:\/\/(?:127\.|localhost|\[::1\])/.test(publicUrl);
}
