import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { QuestionData } from '../../api/queries.ts';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './keep.module.css';
import { ArticleFields } from './keep-fields.tsx';
import { useKeep } from './use-keep.ts';

/** What became of the answer as an article, once the question was answered. */
export function Kept({ question }: { question: QuestionData }) {
  const { kept, answer } = question;
  if (kept !== null) return <KeptArticle id={question.id} kept={kept} />;
  return question.status === 'answered' && answer !== null && answer !== '' ? (
    <KeepLater question={question} answer={answer} />
  ) : null;
}

function KeptArticle({ id, kept }: { id: string; kept: NonNullable<QuestionData['kept']> }) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const { title, isPublished, revision } = kept;
  const undo = useMutation({
    mutationFn: () => read(api.questions[':id'].keep.undo.$post({ param: { id }, json: { requestId, revision } })),
    onSettled: async () => {
      setRequestId(newRequestId());
      await client.invalidateQueries();
    },
  });
  return (
    <div className={classes.keep}>
      <div className={classes.kept}>
        <p>{t(isPublished ? 'asked.kept.published' : 'asked.kept.draft', { title })}</p>
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('asked.kept.undo')}
        </Button>
      </div>
      {undo.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(undo.error)}
        </Alert>
      ) : null}
    </div>
  );
}

function KeepLater({ question, answer }: { question: QuestionData; answer: string }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const keep = useKeep(question.text);
  const save = useMutation({
    mutationFn: async () => {
      const body = keep.bodyOf(answer);
      if (body === undefined) return;
      await read(api.questions[':id'].keep.$post({ param: { id: question.id }, json: { requestId, keep: body } }));
    },
    onSettled: () => client.invalidateQueries(),
  });
  if (!keep.isOn) {
    return (
      <div>
        <Button variant="default" onClick={() => keep.turn(true)}>
          {t('asked.keep.later')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ArticleFields keep={keep} answer={answer} />
      {save.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(save.error)}
        </Alert>
      ) : null}
      <div className={classes.pair}>
        <Button variant="default" onClick={() => keep.turn(false)}>
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" disabled={!keep.isComplete(answer)} loading={save.isPending}>
          {t('asked.keep.save')}
        </Button>
      </div>
    </form>
  );
}
