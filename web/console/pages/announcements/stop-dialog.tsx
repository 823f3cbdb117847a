import { Alert, Button, Modal } from '@mantine/core';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { sayCount } from './say-count.ts';
import { useDeed } from './use-deed.ts';

type Props = { id: string; waiting: number; isOpen: boolean; onDone: () => void };

/** Nothing brings it back, so it is asked once more. */
export function StopDialog({ id, waiting, isOpen, onDone }: Props) {
  const stop = useDeed(id, onDone);
  return (
    <Modal
      opened={isOpen}
      onClose={onDone}
      title={t('announce.stop.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p className={dialog.words}>{t('announce.stop.explain', { waiting: sayCount(waiting) })}</p>
      {stop.isError ? <Alert color="amber">{errorWords(stop.error)}</Alert> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('dialog.cancel')}
        </Button>
        <Button color="red" loading={stop.isPending} onClick={() => stop.mutate({ kind: 'stopped' })}>
          {t('announce.stop.button')}
        </Button>
      </div>
    </Modal>
  );
}
