import { Alert, Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId } from 'react';
import { sendingQuery } from '../api/queries.ts';
import { Icon } from '../parts/icon.tsx';
import message from '../parts/message.module.css';
import { errorWords, Failed, Loading } from '../parts/states.tsx';
import { type Draft, useDraft } from '../text/drafts.ts';
import { sayDeparture } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './reply-box.module.css';

const MAX_LENGTH = 1500;
const NEAR_LENGTH = 1200;

type Props = {
  /** Names the draft on this machine, e.g. question/<id>. */
  name: string;
  personId: string;
  label: string;
  /** The line that stands before the officer's words. */
  frame: { before: string };
  send: (draft: Draft) => Promise<unknown>;
  /** May be written even to a person of the sample centre, whom nothing reaches. */
  worksForSample?: boolean;
  /** What is known to have been sent: a draft of the same words has arrived after all. */
  alreadySent?: string | null;
  /** What more goes with the words, under them. */
  below?: (text: string) => ReactNode;
  /** What the button says when it does more than send. */
  sendWords?: string;
  /** False while what goes with the words is not complete. */
  isReady?: (text: string) => boolean;
};

/** Writing to a person. What they will read, and when it goes, stands there before it is sent. */
export function ReplyBox(props: Props) {
  const { name, personId, label, frame, send, worksForSample = false, alreadySent = null, below, sendWords } = props;
  const [draft, { write, clear }] = useDraft(name);
  const client = useQueryClient();
  const sending = useQuery(sendingQuery(personId));
  const shownId = useId();
  const sent = useMutation({
    mutationFn: send,
    onSuccess: () => clear(),
    // Also after a refusal: a colleague was faster, or the person has left.
    onSettled: () => client.invalidateQueries(),
  });

  const hasArrived = alreadySent !== null && draft.text.trim() === alreadySent;
  useEffect(() => {
    if (hasArrived) clear();
  });

  if (sending.isPending) return <Loading rows={1} />;
  if (sending.data === undefined) return <Failed error={sending.error} retry={() => void sending.refetch()} />;
  const plan = sending.data;
  if (plan.kind === 'impossible') return <p className={classes.cannot}>{t(`reply.impossible.${plan.reason}`)}</p>;
  if (plan.kind === 'sample' && !worksForSample) return <p className={classes.cannot}>{t('reply.sample')}</p>;

  const text = draft.text.trim();
  const isTooLong = draft.text.length > MAX_LENGTH;
  const canSend = text !== '' && !isTooLong && !sent.isPending && props.isReady?.(text) !== false;
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (canSend) sent.mutate(draft);
  };

  return (
    <form className={classes.box} onSubmit={submit}>
      <Textarea
        label={label}
        value={draft.text}
        autosize
        minRows={3}
        maxRows={12}
        placeholder={t('reply.placeholder')}
        error={isTooLong ? t('reply.tooLong', { max: MAX_LENGTH }) : undefined}
        description={
          draft.text.length > NEAR_LENGTH && !isTooLong
            ? t('reply.left', { left: MAX_LENGTH - draft.text.length })
            : undefined
        }
        onChange={(event) => {
          write(event.currentTarget.value);
          if (sent.isError) sent.reset();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      {text === '' ? null : (
        <section aria-labelledby={shownId} className={message.shown}>
          <p id={shownId} className={message.label}>
            {t('reply.shown')}
          </p>
          <div className={message.bubble} data-testid="shown">{`${frame.before}\n${text}`}</div>
        </section>
      )}
      {below?.(text)}
      {sent.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(sent.error)} {t('reply.kept')}
        </Alert>
      ) : null}
      <div className={classes.foot}>
        <p className={classes.when}>
          <Icon name={plan.kind === 'later' ? 'clock' : 'send'} size={18} />
          {whenWords(plan)}
        </p>
        <Button type="submit" disabled={!canSend && !sent.isPending} loading={sent.isPending}>
          {sendWords ?? sendingWords(plan)}
        </Button>
      </div>
    </form>
  );
}

type Plan = { kind: 'sample' } | { kind: 'now'; channel: string } | { kind: 'later'; channel: string; at: string };

function sendingWords({ kind }: Plan): string {
  if (kind === 'sample') return t('reply.keep');
  return kind === 'later' ? t('reply.sendLater') : t('reply.sendNow');
}

function whenWords(plan: Plan): string {
  if (plan.kind === 'sample') return t('reply.when.sample');
  if (plan.kind === 'now') return t('reply.when.now');
  return t('reply.when.later', { moment: sayDeparture(new Date(plan.at)) });
}
