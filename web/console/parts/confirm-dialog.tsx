import { Alert, Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import dialog from './dialog.module.css';

type Props = {
  isOpen?: boolean;
  title: string;
  /** What it means, in paragraphs. */
  children: ReactNode;
  confirmWords: string;
  /** Nothing brings it back. */
  isFinal?: boolean;
  isPending: boolean;
  canConfirm?: boolean;
  /** In words; undefined while nothing went wrong. */
  error: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once more before something is done, and says there what went wrong. */
export function ConfirmDialog(props: Props) {
  const {
    isOpen = true,
    title,
    children,
    confirmWords,
    isFinal,
    isPending,
    canConfirm,
    error,
    onConfirm,
    onClose,
  } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <div className={dialog.body}>{children}</div>
      {error === undefined ? null : (
        <Alert color="amber" role="alert">
          {error}
        </Alert>
      )}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button
          color={isFinal ? 'red' : undefined}
          disabled={canConfirm === false}
          loading={isPending}
          onClick={onConfirm}
        >
          {confirmWords}
        </Button>
      </div>
    </Modal>
  );
}
