import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, codeOfError } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import { type PaperData, paperQuery } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './paper.module.css';

type Form = PaperData['form'];

/** One request as a paper: looked at here, printed, or taken along for Word. */
export default function Paper({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(paperQuery(id));
  const take = useMutation({
    mutationFn: () => download(api.papers.requests[':id'].document.$get({ param: { id } })),
  });
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    const back = { href: '/requests', label: t('nav.requests') };
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('papers.page.title', { code: data.code })}
          back={{ href: `/requests/${id}`, label: data.code }}
          actions={
            <>
              <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
                {t('papers.page.print')}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="download" />}
                loading={take.isPending}
                onClick={() => take.mutate()}
              >
                {t('papers.page.word')}
              </Button>
            </>
          }
        >
          {take.isPending ? <span role="status">{t('papers.page.making')}</span> : null}
          {take.isError ? <span role="alert">{errorWords(take.error)}</span> : null}
        </PageHead>
      </div>
      <Sheet form={data.form} />
    </>
  );
}

function Sheet({ form: { centre, title, about, sections, advice, photos, signing, origin } }: { form: Form }) {
  return (
    <article className={classes.sheet}>
      <p className={classes.centre}>{centre}</p>
      <h1>{title}</h1>
      <div className={classes.about}>
        {about.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <table>
            <tbody>
              {section.lines.map(({ label, text, said }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    {text}
                    {said === '' ? null : <p className={classes.small}>{said}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {advice === undefined ? null : <Advice advice={advice} />}
      <section>
        <h2>{photos.title}</h2>
        <ul>
          {photos.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <div className={classes.signing}>
        <p className={classes.placeAndDay}>{signing.placeAndDay}</p>
        {[signing.signer, signing.officer].map((who) => (
          <div key={who}>
            <p className={classes.signer}>{who}</p>
            <p className={classes.small}>{signing.how}</p>
          </div>
        ))}
      </div>
      <p className={classes.origin}>{origin}</p>
    </article>
  );
}

function Advice({ advice: { title, note, verdict, reasons, price, sums } }: { advice: NonNullable<Form['advice']> }) {
  return (
    <section>
      <h2>{title}</h2>
      <p className={classes.small}>{note}</p>
      <p className={classes.verdict}>{verdict}</p>
      <Grounds of={reasons} />
      {price === '' ? null : <p className={classes.verdict}>{price}</p>}
      <Grounds of={sums} />
    </section>
  );
}

function Grounds({ of }: { of: NonNullable<Form['advice']>['reasons'] }) {
  return (
    <ul>
      {of.map(({ text, todo, source }) => (
        <li key={`${text} ${source}`}>
          {text}
          {todo === '' ? null : <p>{todo}</p>}
          {source === '' ? null : <p className={classes.small}>{source}</p>}
        </li>
      ))}
    </ul>
  );
}
