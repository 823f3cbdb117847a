import { useQuery } from '@tanstack/react-query';
import message from '../../parts/message.module.css';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { audienceOf, KINDS } from './audience.ts';
import { nameOfChoice } from './choice-names.ts';
import { type AnnouncementData, choicesQuery } from './queries.ts';

/** What was written, and for whom. */
export function Text({ announcement }: { announcement: AnnouncementData }) {
  const choices = useQuery(choicesQuery).data;
  const audience = audienceOf(announcement.audience);
  const chosen = KINDS.filter((kind) => audience[kind].length > 0);
  return (
    <section className={classes.told}>
      <h2>{t('announce.facts.text')}</h2>
      <p className={message.bubble}>{announcement.text}</p>
      <h2>{t('announce.facts.audience')}</h2>
      {chosen.length === 0 ? <p>{t('announce.facts.everybody')}</p> : null}
      <ul className={classes.plain}>
        {chosen.map((kind) => (
          <li key={kind}>
            {t(`announce.audience.${kind}`)}: {audience[kind].map((id) => nameOfChoice(kind, id, choices)).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
