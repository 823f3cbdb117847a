import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { type ArticleContent, toContent, toFields } from './article-fields.ts';
import { ArticleForm } from './article-form.tsx';
import { CaseList } from './cases.tsx';
import { Deeds } from './deeds.tsx';
import classes from './knowledge.module.css';
import { type ArticleEntry, articleQuery } from './queries.ts';
import { PendingMark, StandingMark } from './standing-mark.tsx';
import { useEntryForm } from './use-entry-form.ts';
import { Versions } from './versions.tsx';

/** One of the centre's articles: its words, what people read, its versions, and the questions it must answer. */
export default function ArticlePage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(articleQuery(id));
  const back = { href: '/knowledge', label: t('knowledge.back') };
  if (data === undefined) {
    return (
      <>
        <PageHead title={t('knowledge.nav')} back={back} />
        {isPending ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />}
      </>
    );
  }
  if (!('title' in data.content)) return null;
  return (
    <>
      <PageHead
        title={data.content.title}
        back={back}
        marks={
          <>
            <StandingMark standing={data.standing} />
            <PendingMark entry={data} />
          </>
        }
        actions={<Deeds kind="article" entry={data} />}
      >
        {data.isInPlaceOfShipped ? t('knowledge.inPlace') : undefined}
      </PageHead>
      <Form key={data.revision} entry={data} content={data.content} />
      {data.cases.length === 0 ? null : (
        <section className={classes.versions}>
          <h2>{t('knowledge.cases.title')}</h2>
          <CaseList cases={data.cases} />
        </section>
      )}
      <Versions versions={data.versions} />
    </>
  );
}

function Form({ entry, content: begin }: { entry: ArticleEntry; content: ArticleContent }) {
  const { id, revision, name } = entry;
  const form = useEntryForm({
    draft: `knowledge/article/${id}/${revision}`,
    begin: toFields(begin),
    toContent,
    saveWords: t('knowledge.form.save'),
    send: ({ requestId, content }) => {
      const deed = { kind: 'changed', content } as const;
      return read(api.articles[':id'].deeds.$post({ param: { id }, json: { requestId, revision, deed } }));
    },
  });
  return <ArticleForm {...form} name={name} />;
}
