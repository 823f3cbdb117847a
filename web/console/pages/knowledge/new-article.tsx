import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { type ArticleContent, toContent, toFields } from './article-fields.ts';
import { ArticleForm } from './article-form.tsx';
import { shippedArticleQuery } from './queries.ts';
import { useFields } from './use-fields.ts';

/** A new article, or the centre's own in the place of one that came with the product (`?from=`). */
export default function NewArticle() {
  const from = useFilter().get('from');
  const shipped = useQuery(shippedArticleQuery(from));
  const back = { href: '/knowledge', label: t('knowledge.back') };
  return (
    <>
      <PageHead title={shipped.data?.title ?? t('knowledge.new.article')} back={back}>
        {from === '' ? undefined : t('knowledge.overrideMeans')}
      </PageHead>
      {from === '' ? (
        <Form begin={{}} name={undefined} />
      ) : shipped.data !== undefined ? (
        <Form begin={shipped.data} name={from} />
      ) : shipped.isPending ? (
        <Loading rows={3} />
      ) : (
        <Failed error={shipped.error} retry={() => void shipped.refetch()} />
      )}
    </>
  );
}

function Form({ begin, name }: { begin: Partial<ArticleContent>; name: string | undefined }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const { requestId, clear, ...form } = useFields(`knowledge/article/new/${name ?? ''}`, toFields(begin));
  const save = useMutation({
    mutationFn: (content: ArticleContent) => read(api.articles.$post({ json: { requestId, name, content } })),
    onSuccess: ({ id }) => {
      clear();
      go(`/knowledge/articles/${id}`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  const content = toContent(form.fields);
  return (
    <ArticleForm
      {...form}
      name={name}
      saving={{
        words: t('knowledge.form.saveNew'),
        isPending: save.isPending,
        error: save.error,
        save: () => content !== undefined && save.mutate(content),
      }}
    />
  );
}
