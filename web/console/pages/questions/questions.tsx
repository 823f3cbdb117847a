import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { questionsQuery } from '../../api/queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { More } from '../../lists/more.tsx';
import { QuestionRows } from '../../lists/question-rows.tsx';
import { SearchBox } from '../../lists/search-box.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';

/** Questions that wait for an officer, and those that did. */
export default function Questions() {
  const filter = useFilter();
  const status = filter.get('status') === 'done' ? 'done' : 'waiting';
  const q = filter.get('q');
  const questions = useInfiniteQuery(questionsQuery({ status, q: q === '' ? undefined : q }));
  const items = questions.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = questions.data?.pages[0]?.counts.waiting;

  return (
    <>
      <PageHead title={t('nav.questions')} />
      <div className={listClasses.tools}>
        <SegmentedControl
          className={listClasses.filter}
          size="md"
          aria-label={t('list.filter')}
          value={status}
          onChange={(value) => filter.set('status', value === 'done' ? 'done' : '')}
          data={[
            { value: 'waiting', label: withCount(t('question.filter.waiting'), waiting) },
            { value: 'done', label: t('question.filter.done') },
          ]}
        />
        <SearchBox label={t('question.search')} value={q} onSearch={(text) => filter.set('q', text)} />
      </div>
      {questions.isPending ? (
        <Loading />
      ) : questions.data === undefined ? (
        <Failed error={questions.error} retry={() => void questions.refetch()} />
      ) : items.length === 0 ? (
        <NoQuestions status={status} q={q} />
      ) : (
        <div className={questions.isPlaceholderData ? listClasses.stale : undefined}>
          <QuestionRows items={items} label={t('nav.questions')} />
          <More {...questions} />
        </div>
      )}
    </>
  );
}

function NoQuestions({ status, q }: { status: string; q: string }) {
  if (q !== '') return <Empty title={t('list.nothingFound', { q })}>{t('list.nothingFoundHow')}</Empty>;
  if (status === 'done') return <Empty title={t('question.noneDone')}>{t('question.noneDoneHow')}</Empty>;
  return <Empty title={t('today.noQuestions')}>{t('today.noQuestionsHow')}</Empty>;
}

function withCount(label: string, count: number | undefined): string {
  return count ? `${label} (${count})` : label;
}
