import { findLastDeed } from '../../records/audit.ts';
import { findLastNewsAnswer } from '../../records/consents.ts';
import type { Db } from '../../records/database.ts';
import { wantsNews } from '../../records/people.ts';
import { NEWS_STOPPED } from './stop-news.ts';

/** Whether somebody gets news, and what they last said about it: when, by which way, and which officer wrote it down. */
export async function describeNews(db: Db, personId: string) {
  const last = await findLastNewsAnswer(db, personId);
  const deed =
    last?.granted === false ? await findLastDeed(db, { action: NEWS_STOPPED, subjectId: personId }) : undefined;
  // A later no in the chat is nobody's deed.
  const by = deed !== undefined && last !== undefined && deed.at >= last.at ? (deed.by ?? null) : null;
  return {
    isOn: await wantsNews(db, personId),
    last: last === undefined ? null : { granted: last.granted, at: last.at, channel: last.channel, by },
  };
}
