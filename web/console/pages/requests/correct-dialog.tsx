import { Modal, Radio, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, read } from '../../api/client.ts';
import type { RequestData } from '../../api/queries.ts';
import { DeedFoot } from '../../parts/deed-foot.tsx';
import dialog from '../../parts/dialog.module.css';
import { Failed } from '../../parts/states.tsx';
import { useDraft } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { CorrectFields } from './correct-fields.tsx';
import {
  ASKED_BY,
  beginFields,
  type Correction,
  type Entry,
  type Fields,
  givenOf,
  readKept,
} from './correction-draft.ts';
import { Told } from './told.tsx';

const TYPING_MS = 300;
const REASON_LENGTH = 300;

/** What is put right, as it was seen when the dialog was opened. */
export type Target = {
  questionId: string;
  label: string;
  /** What stands there; empty where nothing does. */
  text: string;
  seen: string | null;
} & ({ entry: Entry } | { undoes: string });

type Props = { request: RequestData; target: Target; onClose: () => void };

/** One answer put right: the new one, at whose word and why, and what the person will read of it. */
export function CorrectDialog({ request: { id, actions }, target, onClose }: Props) {
  const client = useQueryClient();
  const isUndo = 'undoes' in target;
  const entry = isUndo ? undefined : target.entry;
  const [draft, { write, clear }] = useDraft(`correct/${id}/${isUndo ? target.undoes : target.questionId}`);
  const fields: Fields = { ...beginFields(entry), ...readKept(draft.text) };
  const given = isUndo ? { undoes: target.undoes } : givenOf(fields, entry);
  const askedBy = ASKED_BY.find((by) => by === fields.askedBy) ?? 'phone';
  const { questionId, seen } = target;
  const correction: Correction | undefined =
    given === undefined ? undefined : { questionId, seen, given, askedBy, reason: fields.reason.trim() };
  const preview = usePreview(id, correction);
  const send = useMutation({
    mutationFn: (sent: Correction) =>
      read(
        api.requests[':id'].corrections.$post({
          param: { id },
          json: { requestId: draft.requestId, correction: sent },
        }),
      ),
    onSuccess: () => {
      clear();
      onClose();
    },
    // Also after a refusal: somebody was faster, and the page shows what they did.
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
  const isGone = !actions.includes('correct') && !send.isPending && !send.isSuccess;
  const isRead = preview.data?.reading.kind === 'value';
  const canSend = correction !== undefined && correction.reason !== '' && preview.isShown && isRead && !isGone;
  const edit = (changed: Partial<Fields>): void => {
    write(JSON.stringify({ ...readKept(draft.text), ...changed }));
    if (send.isError) send.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend && !send.isPending) send.mutate(correction);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(isUndo ? 'review.correct.undoTitle' : 'review.correct.title', { label: target.label })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form className={dialog.form} onSubmit={submit}>
        <p className={dialog.words}>{t(isUndo ? 'review.correct.undoExplain' : 'review.correct.explain')}</p>
        {target.text === '' ? null : <p className={dialog.words}>{t('review.correct.now', { text: target.text })}</p>}
        {entry === undefined ? null : (
          <CorrectFields
            label={target.label}
            entry={entry}
            fields={fields}
            reading={given === undefined ? undefined : preview.data?.reading}
            edit={edit}
          />
        )}
        {isUndo && isRead ? <Undone text={preview.data?.reading} /> : null}
        <Radio.Group label={t('review.correct.askedBy')} value={askedBy} onChange={(by) => edit({ askedBy: by })}>
          {ASKED_BY.map((by) => (
            <Radio key={by} mt="xs" size="md" value={by} label={t(`review.correct.by.${by}`)} />
          ))}
        </Radio.Group>
        <Textarea
          label={t('review.correct.reason')}
          description={t('review.correct.reasonHint')}
          autosize
          minRows={2}
          maxLength={REASON_LENGTH}
          value={fields.reason}
          onChange={(event) => edit({ reason: event.currentTarget.value })}
        />
        {preview.error === null ? null : <Failed error={preview.error} retry={preview.retry} />}
        {correction === undefined ? <p className={dialog.words}>{t('review.correct.fillFirst')}</p> : null}
        {isRead && correction?.reason === '' ? <p className={dialog.words}>{t('review.correct.reasonFirst')}</p> : null}
        {isRead && correction !== undefined && correction.reason !== '' && preview.data !== undefined ? (
          <Told told={preview.data.message} sending={preview.data.sending} />
        ) : null}
        <DeedFoot
          send={send}
          isGone={isGone}
          canSend={canSend}
          confirmWords={t(isUndo ? 'review.correct.undoConfirm' : 'review.correct.confirm')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

function Undone({ text: reading }: { text: { kind: string; text?: string } | undefined }) {
  const text = reading?.text ?? '';
  return (
    <p className={dialog.words}>{text === '' ? t('review.correct.clears') : t('review.correct.reads', { text })}</p>
  );
}

/** What is confirmed is what is shown, so it is `isShown` only once it is of this very correction. */
function usePreview(id: string, correction: Correction | undefined) {
  const asked = JSON.stringify(correction);
  const [settled] = useDebouncedValue({ asked, correction }, TYPING_MS);
  const preview = useQuery({
    queryKey: ['requests', id, 'correction', settled.asked],
    queryFn: () =>
      settled.correction === undefined
        ? null
        : read(
            api.requests[':id'].corrections.preview.$post({
              param: { id },
              json: { correction: settled.correction },
            }),
          ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const isSettled = settled.asked === asked;
  return {
    data: preview.data ?? undefined,
    error: isSettled ? preview.error : null,
    retry: () => void preview.refetch(),
    isShown: isSettled && preview.isSuccess && !preview.isPlaceholderData && preview.data !== null,
  };
}
