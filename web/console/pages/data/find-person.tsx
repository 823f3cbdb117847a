import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { peopleQuery } from '../../api/data-queries.ts';
import { SearchBox } from '../../lists/search-box.tsx';
import { SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed } from '../../parts/states.tsx';
import { sayPerson } from '../../text/say-person.ts';
import { t } from '../../words/words.ts';
import classes from './data.module.css';

/** Whose data it is about, of somebody who called, wrote or came. What is looked for stands in no address. */
export default function FindPerson() {
  const [q, setQ] = useState('');
  const { data, error, isFetching, refetch } = useQuery(peopleQuery(q));
  const people = data?.people ?? [];
  return (
    <>
      <PageHead title={t('data.elsewhere.title')} back={{ href: '/data', label: t('data.back') }}>
        {t('data.elsewhere.explain')}
      </PageHead>
      <SearchBox label={t('data.elsewhere.search')} value={q} onSearch={setQ} />
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      <p role="status" className={classes.quiet}>
        {q !== '' && data !== undefined && people.length === 0 && !isFetching ? t('data.elsewhere.nobody') : ''}
      </p>
      <ul className={classes.people} aria-label={t('data.elsewhere.found')}>
        {people.map(({ id, name, isSample, codes }) => (
          <li key={id}>
            <Link href={`/data/new/${id}`} className={classes.found}>
              {sayPerson(name)}
            </Link>{' '}
            {isSample ? <SampleTag /> : null}
            <div className={classes.quiet}>{codes.join(', ')}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
