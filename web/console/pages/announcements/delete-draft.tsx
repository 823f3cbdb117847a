import { Alert, Button, Modal } from '@mantine/core';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { useDeed } from './use-deed.ts';

type Props = { id: string; isOpen: boolean; onClose: () => void; onDeleted: () => void };

export function DeleteDraft({ id, isOpen, onClose, onDeleted }: Props) {
  const remove = useDeed(id, onDeleted);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('announce.delete.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p className={dialog.words}>{t('announce.delete.explain')}</p>
      {remove.isError ? <Alert color="amber">{errorWords(remove.error)}</Alert> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ kind: 'deleted' })}>
          {t('announce.delete.button')}
        </Button>
      </div>
    </Modal>
  );
}
