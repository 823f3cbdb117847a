import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';
import { templatesQuery } from './queries.ts';
import { TemplateCard } from './template-card.tsx';
import classes from './templates.module.css';

/** The Word templates that papers are filled into, and how the centre puts its own in place. */
export default function Templates() {
  const { data, error, refetch } = useQuery(templatesQuery);
  return (
    <>
      <PageHead title={t('papers.templates.title')} />
      <p className={classes.about}>{t('papers.templates.about')}</p>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        data.papers.map((template) => <TemplateCard key={template.paper} template={template} />)
      )}
    </>
  );
}
