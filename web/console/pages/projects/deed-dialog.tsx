import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, read } from '../../api/client.ts';
import { type Deed, type DeedAction, deedPreviewQuery, type ProjectData } from '../../api/project-queries.ts';
import { DeedFoot } from '../../parts/deed-foot.tsx';
import dialog from '../../parts/dialog.module.css';
import { Failed, Loading } from '../../parts/states.tsx';
import { useDraft } from '../../text/drafts.ts';
import { t, tell } from '../../words/words.ts';
import { Told } from '../requests/told.tsx';
import { AdvanceCaps } from './advance-caps.tsx';
import { Deciders } from './deciders.tsx';
import { DeedField } from './deed-field.tsx';
import { beginFields, type DeedFields, type FieldName, fieldsOf, missingFields, readDeed } from './deed-fields.ts';
import { Doubts } from './doubts.tsx';
import classes from './projects.module.css';

const TYPING_MS = 300;

type Props = { data: ProjectData; action: DeedAction; onClose: () => void };

/** One step of a project: just what it has to say, what the person will read, and then it is done. */
export function DeedDialog({ data, action, onClose }: Props) {
  const client = useQueryClient();
  const [draft, { write, clear }] = useDraft(`project/${data.id}/${action}`);
  const names = fieldsOf(action, data.asked);
  const fields: DeedFields = { ...beginFields(action, data), ...readKept(draft.text) };
  const deed = readDeed(action, fields, names);
  const preview = useSettled(data.id, deed);
  const send = useMutation({
    mutationFn: (done: Deed) =>
      read(
        api.projects[':id'].deeds.$post({ param: { id: data.id }, json: { requestId: draft.requestId, deed: done } }),
      ),
    onSuccess: () => {
      clear();
      onClose();
    },
    // Also after a refusal: a colleague was faster. It is told without waiting for the rest.
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
  const isGone = !data.actions.includes(action) && !send.isPending && !send.isSuccess;
  const canSend = deed !== undefined && preview.isShown && !isGone;
  const edit = (name: FieldName, value: string): void => {
    write(JSON.stringify({ ...readKept(draft.text), [name]: value }));
    if (send.isError) send.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend && !send.isPending) send.mutate(deed);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`projects.deed.${action}.title`)}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form className={dialog.form} onSubmit={submit}>
        <p className={dialog.words}>{explain(action, data)}</p>
        {names.includes('by') && data.asked !== null ? <Deciders asked={data.asked} /> : null}
        {action === 'pay-advance' ? <AdvanceCaps {...data} /> : null}
        <div className={classes.fields}>
          {names.map((name, index) => (
            <DeedField
              key={name}
              name={name}
              value={fields[name]}
              data={data}
              isFirst={index === 0}
              onChange={(value) => edit(name, value)}
            />
          ))}
        </div>
        {deed === undefined ? <p className={classes.quiet}>{sayMissing(fields, names)}</p> : null}
        {deed !== undefined && preview.error !== null ? <Failed error={preview.error} retry={preview.retry} /> : null}
        {deed !== undefined && preview.error === null && preview.data === undefined ? <Loading rows={1} /> : null}
        {deed !== undefined && preview.error === null && preview.data ? (
          <>
            <Doubts doubts={preview.data.doubts} />
            <Told told={preview.data.message} sending={preview.data.sending} />
          </>
        ) : null}
        <DeedFoot
          send={send}
          isGone={isGone}
          canSend={canSend}
          confirmWords={t(`projects.deed.${action}.confirm`)}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

/** What the person would read. What is confirmed is what is shown, so it is `isShown` only once it is of these very words. */
function useSettled(id: string, deed: Deed | undefined) {
  const asked = JSON.stringify(deed);
  const [settled] = useDebouncedValue({ asked, deed }, TYPING_MS);
  const preview = useQuery(deedPreviewQuery(id, settled.deed));
  const isSettled = settled.asked === asked;
  return {
    data: preview.data ?? undefined,
    error: isSettled ? preview.error : null,
    retry: () => void preview.refetch(),
    isShown: isSettled && preview.isSuccess && !preview.isPlaceholderData && preview.data !== null,
  };
}

/** What there is to be done before anything can be sent. */
function sayMissing(fields: DeedFields, names: readonly FieldName[]): string {
  const missing = missingFields(fields, names).map((name) => t(`projects.field.${name}`));
  return missing.length === 0 ? t('projects.mendFirst') : t('projects.missing', { names: missing.join(', ') });
}

function explain(action: DeedAction, { lastStep }: ProjectData): string {
  const step = tell(`projects.step.${lastStep}`) ?? '';
  return t(`projects.deed.${action}.explain`, { step });
}

/** What an officer has typed of it; the rest stands as it is known now. */
function readKept(text: string): Partial<DeedFields> {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]));
  } catch {
    // What cannot be read is nothing.
    return {};
  }
}
