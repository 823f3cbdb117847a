import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { choicesQuery } from './queries.ts';
import { sayCount } from './say-count.ts';

export const TOPICS = [
  ...(['general', 'fairs', 'training', 'china-market'] as const),
  ...(['tariffs', 'technical-barriers', 'food-safety'] as const),
] satisfies NewsTopic[];

/** What it is about: it reaches who follows that, and who gets the centre's news where that covers it. */
export function TopicField({ topic, onChange }: { topic: NewsTopic; onChange: (topic: NewsTopic) => void }) {
  const count = useQuery(choicesQuery).data?.newsTopics.find((one) => one.topic === topic);
  return (
    <div className={classes.topic}>
      <NativeSelect
        label={t('announce.newsTopic.title')}
        description={t('announce.newsTopic.how')}
        size="md"
        value={topic}
        onChange={(event) => onChange(TOPICS.find((id) => id === event.currentTarget.value) ?? 'general')}
        data={TOPICS.map((id) => ({ value: id, label: t(`announce.newsTopic.${id}`) }))}
      />
      <p className={classes.quiet} role="status">
        {count === undefined
          ? null
          : t('announce.newsTopic.with', { people: sayCount(count.people), followers: sayCount(count.followers) })}
      </p>
    </div>
  );
}
