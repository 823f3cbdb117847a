import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { ForeseenOf } from './entry-preview.tsx';
import { type Entry, foresee, type Kind, type PlainDeed, perform } from './queries.ts';

type Asked = Exclude<PlainDeed, 'reviewed'>;

/** What can be done with an entry as it stands; everything that people will notice is asked once more. */
export function Deeds({ kind, entry }: { kind: Kind; entry: Entry }) {
  const [asked, ask] = useState<Asked>();
  const { status, publishedVersion, undoable } = entry;
  const isOpen = status === 'draft' || status === 'reviewed';
  return (
    <>
      {undoable === null ? null : <DeedButton deed="undone" onAsk={ask} />}
      {isOpen ? <DeedButton deed="discarded" onAsk={ask} /> : null}
      {publishedVersion === null ? null : <DeedButton deed="withdrawn" onAsk={ask} />}
      {status === 'draft' ? <Reviewed kind={kind} entry={entry} /> : null}
      {isOpen ? <Button onClick={() => ask('published')}>{t('knowledge.deed.published.button')}</Button> : null}
      {asked === undefined ? null : <AskDeed kind={kind} entry={entry} deed={asked} onClose={() => ask(undefined)} />}
    </>
  );
}

function DeedButton({ deed, onAsk }: { deed: Asked; onAsk: (deed: Asked) => void }) {
  return (
    <Button variant="default" onClick={() => onAsk(deed)}>
      {t(`knowledge.deed.${deed}.button`)}
    </Button>
  );
}

/** Changes nothing that people read, so it is done at once. */
function Reviewed({ kind, entry }: { kind: Kind; entry: Entry }) {
  const review = useDeed(kind, entry, 'reviewed', () => {});
  return (
    <>
      <Button variant="default" loading={review.isPending} onClick={() => review.mutate()}>
        {t('knowledge.deed.reviewed.button')}
      </Button>
      {review.isError ? <span role="alert">{errorWords(review.error)}</span> : null}
    </>
  );
}

function AskDeed({ kind, entry, deed, onClose }: { kind: Kind; entry: Entry; deed: Asked; onClose: () => void }) {
  const [, go] = useLocation();
  const isGoneAfter = deed === 'discarded' && entry.versions.every(({ status }) => isDraft(status));
  const done = useDeed(kind, entry, deed, () => (isGoneAfter ? go(`/knowledge?tab=${kind}s`) : onClose()));
  const foreseen = useQuery({
    queryKey: ['knowledge', kind, entry.id, 'foresee', deed, entry.revision],
    queryFn: () => (deed === 'discarded' ? null : foresee(kind, entry.id, deed)),
    gcTime: 0,
  });
  const hasFaults = (foreseen.data?.faults.length ?? 0) > 0;
  return (
    <ConfirmDialog
      title={t(`knowledge.deed.${deed}.title`)}
      confirmWords={t(`knowledge.deed.${deed}.button`)}
      isFinal={deed === 'discarded'}
      isPending={done.isPending}
      canConfirm={!foreseen.isPending && !hasFaults}
      error={done.isError ? errorWords(done.error) : undefined}
      onConfirm={() => done.mutate()}
      onClose={onClose}
    >
      <p>{t(`knowledge.deed.${deed}.explain`)}</p>
      {deed === 'withdrawn' && entry.isInPlaceOfShipped ? <p>{t('knowledge.deed.withdrawn.shipped')}</p> : null}
      {foreseen.isPending ? <Loading rows={1} /> : null}
      {foreseen.isError ? <Failed error={foreseen.error} retry={() => void foreseen.refetch()} /> : null}
      {foreseen.data ? <ForeseenOf foreseen={foreseen.data} /> : null}
    </ConfirmDialog>
  );
}

function useDeed(kind: Kind, entry: Entry, deed: PlainDeed, onDone: () => void) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  return useMutation({
    mutationFn: () => perform(kind, entry.id, { requestId, revision: entry.revision, deed: { kind: deed } }),
    onSuccess: onDone,
    // Also after a refusal: a colleague was faster.
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}

function isDraft(status: string): boolean {
  return status === 'draft' || status === 'reviewed';
}
