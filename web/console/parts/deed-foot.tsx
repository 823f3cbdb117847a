import { Alert, Button } from '@mantine/core';
import { t } from '../words/words.ts';
import dialog from './dialog.module.css';
import { errorWords } from './states.tsx';

type Props = {
  send: { isPending: boolean; isError: boolean; error: unknown };
  /** Somebody was faster: what the dialog was opened for cannot be done any more. */
  isGone: boolean;
  canSend: boolean;
  confirmWords: string;
  onClose: () => void;
};

/** The end of a dialog that does something to a dossier: what went wrong, and the two ways out. */
export function DeedFoot({ send, isGone, canSend, confirmWords, onClose }: Props) {
  return (
    <>
      {send.isError || isGone ? (
        <Alert color="amber" role="alert">
          {send.isError ? errorWords(send.error) : t('review.dialog.changed')}
        </Alert>
      ) : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" loading={send.isPending} disabled={!canSend}>
          {confirmWords}
        </Button>
      </div>
    </>
  );
}
