import '../../words/establishment.ts';
import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { codeOfError } from '../../api/client.ts';
import { type MergePreview, mergePreviewQuery } from '../../api/establishment-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { ApartButton } from './apart-button.tsx';
import { CompareTable } from './compare-table.tsx';
import classes from './establishments.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { sayEstablishmentError, sayWhich } from './say-establishment.ts';
import { WhoSees } from './who-sees.tsx';

type Pair = { id: string; otherId: string };

/** Two establishments beside each other, what they would be as one, and who would see what then. */
export default function Compare({ id, otherId }: Pair) {
  const [chosen, setChosen] = useState<string>();
  const first = useQuery(mergePreviewQuery(id, otherId));
  const keptId = chosen ?? (first.data === undefined ? id : likelierKept(first.data));
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(
    mergePreviewQuery(keptId, keptId === id ? otherId : id),
  );
  const back = { href: `/establishments/${id}`, label: t('establishment.title') };
  if (isPending || first.isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    if (isGone) return <NotFoundHere back={back} />;
    return (
      <>
        <PageHead title={t('establishment.merge.title')} back={back}>
          {sayEstablishmentError(error)}
        </PageHead>
        {codeOfError(error) === 'establishment.merged-already' ? null : (
          <Failed error={error} retry={() => void refetch()} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHead title={t('establishment.merge.title')} back={back}>
        {t('establishment.merge.notSame')}
      </PageHead>
      <Shown
        preview={data}
        keptId={keptId}
        pair={{ id, otherId }}
        isSettled={!isPlaceholderData}
        onChoose={(kept) => setChosen(kept)}
      />
    </>
  );
}

/** The one with more requests stays, unless the officer says otherwise. */
function likelierKept({ kept, merged }: MergePreview): string {
  return merged.requests.length > kept.requests.length ? merged.id : kept.id;
}

function Shown(props: {
  preview: MergePreview;
  keptId: string;
  pair: Pair;
  /** What is shown is of what is chosen: only then may it be confirmed. */
  isSettled: boolean;
  onChoose: (keptId: string) => void;
}) {
  const { preview, keptId, pair, isSettled, onChoose } = props;
  const [isAsking, setAsking] = useState(false);
  const [, go] = useLocation();
  // The two stand in the same order, whichever is kept.
  const both = [pair.id, pair.otherId].map((id) => (preview.kept.id === id ? preview.kept : preview.merged));
  return (
    <div className={classes.page}>
      <Radio.Group label={t('establishment.merge.keep')} value={keptId} onChange={onChoose}>
        <p className={`${classes.line} ${classes.quiet}`}>{t('establishment.merge.keepExplain')}</p>
        <div className={classes.radios}>
          {both.map(({ id, name, requests }) => (
            <Radio key={id} value={id} label={sayWhich({ name, requests })} />
          ))}
        </div>
      </Radio.Group>
      <Part title={t('establishment.merge.what')}>
        <p className={classes.quiet}>{t('establishment.merge.afterExplain')}</p>
        <CompareTable preview={preview} />
      </Part>
      <Part title={t('establishment.merge.who')}>
        <WhoSees preview={preview} />
      </Part>
      <div className={classes.deeds}>
        <Button disabled={!isSettled} onClick={() => setAsking(true)}>
          {t('establishment.merge.button')}
        </Button>
        <ApartButton
          id={pair.id}
          otherId={pair.otherId}
          deed="not-same"
          onDone={() => go(`/establishments/${pair.id}`)}
        />
      </div>
      {isAsking ? <MergeDialog preview={preview} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
