import type { MergePreview } from '../../api/establishment-queries.ts';
import message from '../../parts/message.module.css';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './establishments.module.css';
import { sayCodes, sayPeople } from './say-establishment.ts';

/** Who would see requests that they do not see now, and what members read about it. */
export function WhoSees({ preview }: { preview: MergePreview }) {
  const { kept, merged, people, messages, unreachable, leavesAt } = preview;
  const gains = { kept: merged.requests, merged: kept.requests, both: [] };
  // Those of one side mostly read the same words.
  const read = [...Map.groupBy(messages, ({ text }) => text)];
  return (
    <>
      <p>{t('establishment.merge.whoExplain')}</p>
      <ul className={classes.list}>
        {people.map(({ personId, name, role, side, hasLeft }) => {
          const who = `${name ?? t('establishment.unnamed')} (${role})`;
          return (
            <li key={personId}>
              {side === 'both'
                ? t('establishment.merge.seesSame', { who })
                : t('establishment.merge.sees', { who, codes: sayCodes(gains[side]) })}
              {hasLeft ? <span className={classes.warn}>{t('establishment.merge.hasLeft')}</span> : null}
            </li>
          );
        })}
      </ul>
      {messages.length + unreachable === 0 ? <p>{t('establishment.merge.toldNobody')}</p> : null}
      {messages.length === 0 ? null : (
        <>
          <h3 className={classes.told}>{t('establishment.merge.told', { count: messages.length })}</h3>
          <p className={classes.quiet}>{t('establishment.merge.leaves', { moment: sayMoment(new Date(leavesAt)) })}</p>
          {read.map(([text, readers]) => (
            <figure key={text} className={classes.message}>
              <figcaption>
                {t('establishment.merge.toldTo', { name: sayPeople(readers.map(({ to }) => ({ name: to }))) })}
              </figcaption>
              <p className={message.bubble}>{text}</p>
            </figure>
          ))}
        </>
      )}
      {unreachable === 0 ? null : (
        <p className={classes.warn}>{t('establishment.merge.unreachable', { count: unreachable })}</p>
      )}
    </>
  );
}
