import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { conditionOf } from './audience.ts';
import { AudienceBuilder } from './audience-builder.tsx';
import { AudienceCount } from './audience-count.tsx';
import { ChoicesField } from './choices-field.tsx';
import { Confirm } from './confirm.tsx';
import { DeleteDraft } from './delete-draft.tsx';
import { MAX_LENGTH, MessageField } from './message-field.tsx';
import { PictureField } from './picture-field.tsx';
import { Preview } from './preview.tsx';
import { type AnnouncementData, countQuery, previewQuery } from './queries.ts';
import { TopicField } from './topic-field.tsx';
import { useWritten, type Written } from './use-written.ts';

const TYPING_MS = 400;

/** Where an announcement is written. What stands there is kept on this machine at once, and by the office when it is saved. */
export function Compose({ announcement }: { announcement?: AnnouncementData }) {
  const [, goTo] = useLocation();
  const client = useQueryClient();
  const { written, write, isSaved, isOverwriting, forget } = useWritten(announcement);
  const [confirming, setConfirming] = useState<{ id: string; seenAt: string }>();
  const [isDeleting, setDeleting] = useState(false);
  const [typed] = useDebouncedValue(written, TYPING_MS);
  const count = useQuery(countQuery(typed.topic, typed.audience));
  const preview = useQuery(previewQuery(typed));

  const save = useMutation({
    mutationFn: async (): Promise<{ id: string; seenAt: string }> => {
      const id = isSaved && announcement !== undefined ? announcement.id : await keep(announcement, written);
      return { id, seenAt: (await read(api.announcements[':id'].$get({ param: { id } }))).updatedAt };
    },
  });
  const text = written.text.trim();
  const wrong = text === '' ? [] : (preview.data?.wrongVariables ?? []);
  const isTooLong = text.length > MAX_LENGTH;
  const canSave = text !== '' && !isTooLong;
  const saveAndStay = (): void =>
    save.mutate(undefined, {
      onSuccess: ({ id }) => {
        forget();
        if (announcement === undefined) goTo(`/announcements/${id}`, { replace: true });
        void client.invalidateQueries({ queryKey: ['announcements'] });
      },
    });
  const leaveDialog = (id: string): void => {
    forget();
    setConfirming(undefined);
    if (announcement === undefined) goTo(`/announcements/${id}`, { replace: true });
    void client.invalidateQueries({ queryKey: ['announcements'] });
  };

  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <MessageField text={written.text} onChange={(words) => write({ ...written, text: words })} />
        {wrong.length === 0 ? null : (
          <Alert color="amber" role="alert">
            {t('announce.variable.wrong', { wrong: wrong.join(', ') })}
          </Alert>
        )}
        {text === ''
          ? null
          : preview.data?.personalNumbers.map((kind) => (
              <Alert key={kind} color="amber" role="status">
                {t(`announce.compose.${kind}`)}
              </Alert>
            ))}
        <PictureField picture={written.picture} onChange={(picture) => write({ ...written, picture })} />
        <TopicField topic={written.topic} onChange={(topic) => write({ ...written, topic })} />
        <ChoicesField chosen={written.choices} onChange={(choices) => write({ ...written, choices })} />
        <AudienceBuilder audience={written.audience} onChange={(audience) => write({ ...written, audience })} />
        {isOverwriting ? (
          <Alert color="amber" role="status">
            <p>{t('announce.compose.colleague')}</p>
            <Button variant="default" onClick={forget}>
              {t('announce.compose.takeTheirs')}
            </Button>
          </Alert>
        ) : null}
        {save.isError ? (
          <Alert color="amber" role="alert">
            {errorWords(save.error)} {t('reply.kept')}
          </Alert>
        ) : null}
        <div className={classes.foot}>
          <p className={classes.quiet} role="status">
            {text === '' ? '' : isSaved ? t('announce.compose.saved') : t('announce.compose.unsaved')}
          </p>
          {announcement === undefined ? null : (
            <Button variant="default" onClick={() => setDeleting(true)}>
              {t('announce.compose.delete')}
            </Button>
          )}
          <Button variant="default" disabled={!canSave || isSaved} loading={save.isPending} onClick={saveAndStay}>
            {t('announce.compose.save')}
          </Button>
          <Button
            disabled={!canSave || wrong.length > 0 || written.picture?.alt.trim() === '' || count.data?.reachable === 0}
            loading={save.isPending}
            onClick={() => save.mutate(undefined, { onSuccess: setConfirming })}
          >
            {t('announce.compose.send')}
          </Button>
        </div>
      </div>
      <div className={classes.beside}>
        <AudienceCount count={count} previews={text === '' ? undefined : preview.data?.previews} />
        <Preview
          previews={text === '' ? undefined : preview.data?.previews}
          ofUnknown={preview.data?.ofUnknown}
          picture={written.picture}
        />
      </div>
      {confirming === undefined ? null : (
        <Confirm
          key={confirming.seenAt}
          {...confirming}
          topic={written.topic}
          audience={written.audience}
          previews={preview.data?.previews}
          onDone={() => leaveDialog(confirming.id)}
        />
      )}
      {announcement === undefined ? null : (
        <DeleteDraft
          id={announcement.id}
          isOpen={isDeleting}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            forget();
            goTo('/announcements');
          }}
        />
      )}
    </div>
  );
}

/** Keeps what is written at the office, as a new draft or a changed one; returns its id. */
async function keep(announcement: AnnouncementData | undefined, written: Written): Promise<string> {
  const { text, topic, audience, choices, picture } = written;
  const shown = picture && { id: picture.id, alt: picture.alt };
  const body = { text, topic, choices, picture: shown, audience: conditionOf(audience) };
  if (announcement === undefined) {
    return (await read(api.announcements.$post({ json: { requestId: written.requestId, ...body } }))).id;
  }
  const { id, updatedAt: seenAt } = announcement;
  const json = { requestId: newRequestId(), deed: { kind: 'changed' as const, ...body, seenAt } };
  await read(api.announcements[':id'].deeds.$post({ param: { id }, json }));
  return id;
}
