import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type CalendarDeed, calendarPreviewQuery } from '../../api/calendar-queries.ts';
import { api, read } from '../../api/client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { Preview } from './preview.tsx';
import { sayCalendarError } from './say-calendar.ts';

const TYPING_MS = 400;

type Props = {
  title: string;
  saveWords: string;
  /** Undefined while something is missing. */
  deed: CalendarDeed | undefined;
  children: ReactNode;
  onClose: () => void;
};

/**
 * A change of the calendar or its withdrawal, with what it would mean. It is done to the calendar from which that was
 * reckoned: when a colleague changed something meanwhile, it is reckoned anew and must be confirmed once more.
 */
export function EntryDialog({ title, saveWords, deed, children, onClose }: Props) {
  const client = useQueryClient();
  const [settled] = useDebouncedValue(deed, TYPING_MS);
  const [request, setRequest] = useState({ id: newRequestId(), of: JSON.stringify(deed) });
  const { data: preview, error, isFetching, isPlaceholderData } = useQuery(calendarPreviewQuery(settled));
  const isShown = JSON.stringify(deed) === JSON.stringify(settled) && !isPlaceholderData;
  const shown = deed === undefined || preview === null ? undefined : preview;
  const canSave = deed !== undefined && isShown && shown !== undefined && shown.fault === null;

  const save = useMutation({
    mutationFn: async () => {
      if (deed === undefined || shown === undefined) return;
      const of = JSON.stringify(deed);
      // Other words are another request.
      const requestId = request.of === of ? request.id : newRequestId();
      setRequest({ id: requestId, of });
      const { version } = shown;
      if ('content' in deed) await read(api.calendar.$post({ json: { requestId, version, content: deed.content } }));
      else
        await read(api.calendar[':id'].withdraw.$post({ param: { id: deed.withdraw }, json: { requestId, version } }));
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(),
  });

  return (
    <ConfirmDialog
      title={title}
      confirmWords={saveWords}
      canConfirm={canSave}
      isPending={save.isPending}
      error={save.isError ? sayCalendarError(save.error) : undefined}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <div className={classes.fields}>{children}</div>
      {error === null ? null : (
        <p className={classes.warn} role="alert">
          {errorWords(error)}
        </p>
      )}
      {shown === undefined ? (
        <p className={classes.quiet}>{t('calendar.preview.wait')}</p>
      ) : (
        <Preview preview={shown} isStale={!isShown || isFetching} />
      )}
    </ConfirmDialog>
  );
}
