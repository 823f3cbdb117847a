import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { useFilter } from '../../lists/use-filter.ts';
import { t } from '../../words/words.ts';
import { type ArticleContent, toContent, toFields } from './article-fields.ts';
import { ArticleForm } from './article-form.tsx';
import { NewEntry } from './new-entry.tsx';
import { shippedArticleQuery } from './queries.ts';
import { useEntryForm } from './use-entry-form.ts';

/** A new article, or the centre's own in the place of one that came with the product (`?from=`). */
export default function NewArticle() {
  const from = useFilter().get('from');
  const shipped = useQuery(shippedArticleQuery(from));
  return (
    <NewEntry
      title={shipped.data?.title ?? t('knowledge.new.article')}
      backHref="/knowledge"
      from={from}
      shipped={shipped}
      form={(begin) => <Form begin={begin ?? {}} name={from === '' ? undefined : from} />}
    />
  );
}

function Form({ begin, name }: { begin: Partial<ArticleContent>; name: string | undefined }) {
  const [, go] = useLocation();
  const form = useEntryForm({
    draft: `knowledge/article/new/${name ?? ''}`,
    begin: toFields(begin),
    toContent,
    saveWords: t('knowledge.form.saveNew'),
    send: ({ requestId, content }) => read(api.articles.$post({ json: { requestId, name, content } })),
    onSaved: ({ id }) => go(`/knowledge/articles/${id}`),
  });
  return <ArticleForm {...form} name={name} />;
}
