import { useQuery } from '@tanstack/react-query';
import message from '../../parts/message.module.css';
import { sayIsoDay } from '../../text/iso-days.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Audience, audienceOf, KINDS } from './audience.ts';
import { nameOfChoice } from './choice-names.ts';
import { CHOICES } from './choices-field.tsx';
import { pictureUrl } from './picture.ts';
import { type AnnouncementData, type AudienceChoices, choicesQuery } from './queries.ts';
import { TOPICS } from './topic-field.tsx';

/** What was written, and for whom. */
export function Text({ announcement }: { announcement: AnnouncementData }) {
  const choices = useQuery(choicesQuery).data;
  const buttons = CHOICES.filter((id) => announcement.choices.includes(id));
  const topic = TOPICS.find((id) => id === announcement.topic);
  const chosen = sayAudience(audienceOf(announcement.audience), choices);
  return (
    <section className={classes.told}>
      <h2>{t('announce.facts.text')}</h2>
      {announcement.picture === null ? null : (
        <figure className={classes.figure}>
          <img
            className={classes.chosenPicture}
            src={pictureUrl(announcement.picture.id)}
            width={announcement.picture.width}
            height={announcement.picture.height}
            alt={announcement.picture.alt}
          />
          <figcaption className={classes.quiet}>
            {t('announce.picture.alt')}: {announcement.picture.alt}
          </figcaption>
        </figure>
      )}
      <p className={message.bubble}>{announcement.text}</p>
      {buttons.length === 0 ? null : (
        <p>
          {t('announce.choices.title')}: {buttons.map((id) => t(`announce.choices.${id}`)).join(', ')}
        </p>
      )}
      {topic === undefined ? null : (
        <p>
          {t('announce.newsTopic.title')}: {t(`announce.newsTopic.${topic}`)}
        </p>
      )}
      <h2>{t('announce.facts.audience')}</h2>
      {chosen.length === 0 ? <p>{t('announce.facts.everybody')}</p> : null}
      <ul className={classes.plain}>
        {chosen.map(({ label, values }) => (
          <li key={label}>
            {label}: {values}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayAudience(audience: Audience, choices: AudienceChoices | undefined): { label: string; values: string }[] {
  const lines = KINDS.map((kind) => ({
    label: t(`announce.audience.${kind}`),
    values: audience[kind].map((id) => nameOfChoice(kind, id, choices)).join(', '),
  }));
  const day = (field: 'seenSince' | 'notSeenSince') => ({
    label: t(`announce.audience.${field}`),
    values: audience[field] === '' ? '' : sayIsoDay(audience[field]),
  });
  const product = { label: t('announce.audience.product'), values: audience.product.join(', ') };
  return [...lines, product, day('seenSince'), day('notSeenSince')].filter(({ values }) => values !== '');
}
