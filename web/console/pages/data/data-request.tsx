import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, codeOfError } from '../../api/client.ts';
import { type DataRequestData, dataRequestQuery } from '../../api/data-queries.ts';
import { download } from '../../api/download.ts';
import { Conversation } from '../../conversation/conversation.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SampleTag } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import { Facts as Known } from '../../person/facts.tsx';
import { usePhotos } from '../../photos/use-photos.tsx';
import { sayPerson } from '../../text/say-person.ts';
import { t, tell } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { CorrectHere } from './correct-here.tsx';
import classes from './data.module.css';
import { DataMark } from './data-mark.tsx';
import { type Deed, DeedDialog } from './deed-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { sayChannel, sayKind, sayLastDay, sayNotes } from './say-data.ts';

const BACK = { href: '/data', label: '' };

/** One request about somebody's data: what is asked, both clocks, and what can be done. */
export default function DataRequestPage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(dataRequestQuery(id));
  const back = { ...BACK, label: t('data.back') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  return <Shown data={data} back={back} />;
}

function Shown({ data, back }: { data: DataRequestData; back: { href: string; label: string } }) {
  const { request } = data;
  const photos = usePhotos(request.personId);
  const [deed, setDeed] = useState<Deed | 'erase'>();
  const isOpen = request.state === 'waiting' || request.state === 'answered';
  const name = sayPerson(request.personName);
  return (
    <>
      <PageHead
        title={`${sayKind(request.kind)} · ${name}`}
        back={back}
        marks={
          <>
            <DataMark state={request.state} late={request.late} />
            {request.isSample ? <SampleTag /> : null}
          </>
        }
        actions={isOpen ? <Actions data={data} onDeed={setDeed} /> : undefined}
      />
      <div className={classes.columns}>
        <div>
          <Facts data={data} />
          {request.kind === 'correct' && isOpen ? (
            <Known>
              <CorrectHere personId={request.personId} />
            </Known>
          ) : null}
        </div>
        <section aria-label={t('conversation.title')}>
          <h2>{t('conversation.title')}</h2>
          <Conversation personId={request.personId} personName={name} onPhoto={photos.open} />
        </section>
      </div>
      {photos.viewer}
      {deed === 'erase' ? <EraseDialog data={data} onClose={() => setDeed(undefined)} /> : null}
      {deed === undefined || deed === 'erase' ? null : (
        <DeedDialog data={data} deed={deed} onClose={() => setDeed(undefined)} />
      )}
    </>
  );
}

function Actions({ data, onDeed }: { data: DataRequestData; onDeed: (deed: Deed | 'erase') => void }) {
  const { request, putOff } = data;
  const copy = useMutation({ mutationFn: () => download(api.data[':id'].copy.$get({ param: { id: request.id } })) });
  return (
    <>
      {request.state === 'waiting' ? <Button onClick={() => onDeed('answer')}>{t('data.deed.answer')}</Button> : null}
      {request.kind === 'delete' ? (
        <Button variant="default" onClick={() => onDeed('erase')}>
          {t('data.erase.open')}
        </Button>
      ) : (
        <Button variant={request.state === 'waiting' ? 'default' : 'filled'} onClick={() => onDeed('done')}>
          {t('data.deed.done')}
        </Button>
      )}
      {putOff === null ? null : (
        <Button variant="default" onClick={() => onDeed('extend')}>
          {t('data.deed.extend')}
        </Button>
      )}
      <Button variant="default" onClick={() => onDeed('refused')}>
        {t('data.deed.refused')}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {t('data.deed.copy')}
      </Button>
      {copy.isError ? <p role="alert">{errorWords(copy.error)}</p> : null}
    </>
  );
}

function Facts({ data: { request, source } }: { data: DataRequestData }) {
  const notes = sayNotes(request);
  return (
    <dl className={classes.facts}>
      <dt>{t('data.page.asked')}</dt>
      <dd>
        <Moment at={request.at} />
        {request.channel === null ? null : ` · ${t('data.page.way')}: ${sayChannel(request.channel)}`}
        {request.answerBy === null ? <div className={classes.quiet}>{t('data.page.atOnce')}</div> : null}
      </dd>
      {request.checkedBy.length === 0 ? null : (
        <>
          <dt>{t('data.page.check')}</dt>
          <dd>{request.checkedBy.map((check) => tell(`data.check.${check}`) ?? check).join(', ')}</dd>
        </>
      )}
      {request.answerBy === null ? null : (
        <>
          <dt>{t('data.page.said')}</dt>
          <dd>{request.text === '' ? t('data.page.nothingSaid') : request.text}</dd>
          <dt>{t('data.page.answerBy')}</dt>
          <dd>
            {sayLastDay(request.answerBy)}
            {request.answeredAt === null ? null : (
              <div className={classes.quiet}>
                {t('data.page.answeredAt')} <Moment at={request.answeredAt} />
              </div>
            )}
          </dd>
          <dt>{t('data.page.doBy')}</dt>
          <dd>
            {sayLastDay(request.doBy)}
            {notes === undefined ? null : <div className={classes.quiet}>{notes}</div>}
          </dd>
          <dt>{t('data.page.source')}</dt>
          <dd>
            {source.document}, {source.article}
          </dd>
        </>
      )}
      {request.extendedTo === null ? null : (
        <>
          <dt>{t('data.page.extended')}</dt>
          <dd>
            {sayLastDay(request.extendedTo)}
            <div className={classes.quiet}>
              {t('data.page.reason')}: {request.extensionReason}
            </div>
          </dd>
        </>
      )}
      {request.doneAt === null ? null : (
        <>
          <dt>{t('data.page.doneAt')}</dt>
          <dd>
            <Moment at={request.doneAt} />
            {request.outcome === '' ? null : (
              <div>
                {t('data.page.outcome')}: {request.outcome}
              </div>
            )}
            {request.kept.length === 0 ? null : <div>{t('data.page.kept', { codes: request.kept.join(', ') })}</div>}
          </dd>
        </>
      )}
    </dl>
  );
}
