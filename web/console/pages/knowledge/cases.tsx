import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { Mark } from '../../parts/marks.tsx';
import { Empty, errorWords, Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './knowledge.module.css';
import { type CaseItem, casesQuery } from './queries.ts';

const TONES = { told: 'done', offered: 'waits', missed: 'lost' } as const;

/** Questions that an article must go on answering, and how each is answered now. */
export function Cases() {
  const cases = useQuery(casesQuery);
  if (cases.isPending) return <Loading />;
  if (cases.data === undefined) return <Failed error={cases.error} retry={() => void cases.refetch()} />;
  if (cases.data.cases.length === 0) {
    return <Empty title={t('knowledge.none.cases')}>{t('knowledge.noneHow.cases')}</Empty>;
  }
  return <CaseList cases={cases.data.cases} />;
}

export function CaseList({ cases }: { cases: readonly CaseItem[] }) {
  return (
    <ul className={classes.cases}>
      {cases.map((one) => (
        <Case key={one.id} one={one} />
      ))}
    </ul>
  );
}

function Case({ one: { id, question, articleId, now } }: { one: CaseItem }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const remove = useMutation({
    mutationFn: () => read(api.cases[':id'].remove.$post({ param: { id }, json: { requestId } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  return (
    <li>
      <div>
        <p>{question}</p>
        <Mark tone={TONES[now.state]}>{t(`knowledge.cases.${now.state}`)}</Mark>{' '}
        <span className={classes.quiet}>
          {t('knowledge.cases.article', { article: articleId })}
          {now.instead === null ? null : ` · ${t('knowledge.cases.instead', { article: now.instead })}`}
        </span>
        {remove.isError ? <p role="alert">{errorWords(remove.error)}</p> : null}
      </div>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('knowledge.cases.remove')}
      </Button>
    </li>
  );
}
