import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayFullDate } from '../../text/say-time.ts';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';
import { Lines } from './lines.tsx';
import { type TemplateData, templatesQuery } from './queries.ts';
import { TemplateUpload } from './template-upload.tsx';
import classes from './templates.module.css';

const templates = api.papers.templates;

/** One paper: which template it is filled into, what can be taken along, and how it is replaced. */
export function TemplateCard({ template }: { template: TemplateData }) {
  const { paper, name, isOurs, version, faults, versions } = template;
  const client = useQueryClient();
  const param = { paper };
  const take = useMutation({ mutationFn: (what: () => Promise<void>) => what() });
  const back = useMutation({
    mutationFn: () => read(templates[':paper'].ours.$post({ param, json: { requestId: newRequestId(), version } })),
    onSettled: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
  const failed = [take, back].find(({ isError }) => isError);
  return (
    <section className={classes.card} aria-label={name}>
      <h2>{name}</h2>
      <p role="status">{isOurs ? t('papers.templates.ours') : sayOwn(versions[0])}</p>
      {faults.length === 0 ? null : (
        <div role="alert" className={classes.faulty}>
          <p>{t('papers.templates.faulty')}</p>
          <Lines lines={faults} />
        </div>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          onClick={() => take.mutate(() => download(templates[':paper'].file.$get({ param, query: {} })))}
        >
          {t('papers.templates.download')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          onClick={() => take.mutate(() => download(templates[':paper'].sample.$post({ param, json: {} })))}
        >
          {t('papers.templates.sample')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          onClick={() => take.mutate(() => download(templates[':paper'].fields.$get({ param })))}
        >
          {t('papers.templates.fields')}
        </Button>
        {isOurs ? null : (
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            {t('papers.templates.back')}
          </Button>
        )}
      </div>
      {failed === undefined ? null : <p role="alert">{errorWords(failed.error)}</p>}
      <TemplateUpload paper={paper} version={version} isOurs={isOurs} />
      {versions.length === 0 ? null : (
        <details className={classes.history}>
          <summary>{t('papers.templates.history')}</summary>
          <ul>
            {versions.map((each) => (
              <li key={each.version}>
                {each.isOurs ? (
                  t('papers.templates.versionOurs', { version: each.version })
                ) : (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={t('papers.templates.versionGet', { version: each.version })}
                    onClick={() =>
                      take.mutate(() =>
                        download(templates[':paper'].file.$get({ param, query: { version: String(each.version) } })),
                      )
                    }
                  >
                    {t('papers.templates.version', { version: each.version })}
                  </Button>
                )}
                {` · ${each.keptBy ?? t('papers.templates.somebody')} · ${sayFullDate(new Date(each.keptAt))}`}
                {each.fileName === '' ? '' : ` · ${each.fileName}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function sayOwn(own: TemplateData['versions'][number] | undefined): string {
  if (own === undefined) return '';
  const by = own.keptBy ?? t('papers.templates.somebody');
  return t('papers.templates.own', { version: own.version, by, day: sayFullDate(new Date(own.keptAt)) });
}
