import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { t } from '../../words/words.ts';
import { choicesQuery } from './queries.ts';
import { sayCount } from './say-count.ts';

export const TOPICS = [
  ...(['general', 'fairs', 'training', 'china-market'] as const),
  ...(['tariffs', 'technical-barriers', 'food-safety'] as const),
] satisfies NewsTopic[];

/** What it is about: it reaches who follows that, and who gets the centre's news where that covers it. */
export function TopicField({ topic, onChange }: { topic: NewsTopic; onChange: (topic: NewsTopic) => void }) {
  const counts = useQuery(choicesQuery).data?.newsTopics;
  return (
    <NativeSelect
      label={t('announce.newsTopic.title')}
      description={t('announce.newsTopic.how')}
      size="md"
      value={topic}
      onChange={(event) => onChange(TOPICS.find((id) => id === event.currentTarget.value) ?? 'general')}
      data={TOPICS.map((id) => {
        const count = counts?.find((one) => one.topic === id);
        const name = t(`announce.newsTopic.${id}`);
        const people = { people: sayCount(count?.people ?? 0), followers: sayCount(count?.followers ?? 0) };
        return { value: id, label: count === undefined ? name : t('announce.newsTopic.with', { name, ...people }) };
      })}
    />
  );
}
