import { Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, read } from '../../api/client.ts';
import type { RequestData } from '../../api/queries.ts';
import { DeedFoot } from '../../parts/deed-foot.tsx';
import dialog from '../../parts/dialog.module.css';
import { useDraft } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import type { Decision } from './decision.ts';
import { Preview } from './preview.tsx';
import type { Returning } from './use-marks.ts';

const MAX_LENGTH = 600;
const NEAR_LENGTH = 480;

export type Asked = Decision['action'];

type Props = {
  request: RequestData;
  asked: Asked;
  /** What is marked, for a return. */
  items: { questionId: string; remark: string }[];
  returning: Returning;
  onClose: () => void;
};

/** One decision, said once more before it is done: what it means, what the person will read, and when. */
export function DecisionDialog({ request, asked, items, returning, onClose }: Props) {
  const client = useQueryClient();
  const { words, requestId, write, clear } = useWords(request.id, asked, returning);
  const isTooLong = words.length > MAX_LENGTH;
  const decision = decisionOf(asked, { words: words.trim(), items });
  const send = useMutation({
    mutationFn: (decided: Decision) =>
      read(api.requests[':id'].decisions.$post({ param: { id: request.id }, json: { requestId, decision: decided } })),
    onSuccess: () => {
      clear();
      onClose();
    },
    // Also after a refusal: a colleague was faster, or the person has withdrawn. It is told without waiting for the rest.
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
  const isTakeOver = asked === 'claim' && request.holder !== null;
  const text = isTakeOver ? 'takeOver' : asked;
  const isGone = !request.actions.includes(asked) && !send.isPending && !send.isSuccess;
  const canSend = decision !== undefined && !isTooLong && !isGone;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend && !send.isPending) send.mutate(decision);
  };
  const hasWords = asked === 'return' || asked === 'accept' || asked === 'decline' || asked === 'reopen';

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`review.dialog.${text}.title`)}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form className={dialog.form} onSubmit={submit}>
        {text === 'claim' ? null : (
          <p className={dialog.words}>
            {t(`review.dialog.${text}.explain`, { officer: request.holder?.name ?? t('conversation.officer') })}
          </p>
        )}
        {hasWords ? (
          <Textarea
            data-autofocus
            label={asked === 'decline' ? t('review.dialog.reason') : t('review.dialog.message')}
            description={
              words.length > NEAR_LENGTH && !isTooLong
                ? t('review.dialog.left', { left: MAX_LENGTH - words.length })
                : asked === 'decline'
                  ? t('review.dialog.reasonHint')
                  : undefined
            }
            error={isTooLong ? t('review.dialog.tooLong', { max: MAX_LENGTH }) : undefined}
            autosize
            minRows={2}
            maxRows={8}
            value={words}
            onChange={(event) => {
              write(event.currentTarget.value);
              if (send.isError) send.reset();
            }}
          />
        ) : null}
        {isGone ? null : decision === undefined || isTooLong ? (
          <p className={dialog.words}>{asked === 'decline' && !isTooLong ? t('review.dialog.reasonFirst') : null}</p>
        ) : (
          <Preview id={request.id} decision={decision} />
        )}
        <DeedFoot
          send={send}
          isGone={isGone}
          canSend={canSend}
          confirmWords={t(`review.dialog.${text}.confirm`)}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

/** The officer's words and the id they are sent under: a return's are kept with its marks, the others by themselves. */
function useWords(id: string, asked: Asked, returning: Returning) {
  const [draft, { write, clear }] = useDraft(`decision/${id}/${asked}`);
  if (asked !== 'return') return { words: draft.text, requestId: draft.requestId, write, clear };
  const { message, requestId, say, clear: clearMarks } = returning;
  return { words: message, requestId, write: say, clear: clearMarks };
}

/** Undefined while something is missing that the person has to know. */
function decisionOf(
  action: Asked,
  { words, items }: { words: string; items: { questionId: string; remark: string }[] },
): Decision | undefined {
  const message = words === '' ? undefined : words;
  switch (action) {
    case 'return':
      return items.length === 0 ? undefined : { action, items, message };
    case 'decline':
      return message === undefined ? undefined : { action, reason: message };
    case 'accept':
    case 'reopen':
      return { action, message };
    default:
      return { action };
  }
}
