import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { useDeed } from './use-deed.ts';

type Props = { id: string; isOpen: boolean; onClose: () => void; onDeleted: () => void };

export function DeleteDraft({ id, isOpen, onClose, onDeleted }: Props) {
  const remove = useDeed(id, onDeleted);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('announce.delete.title')}
      confirmWords={t('announce.delete.button')}
      isFinal
      isPending={remove.isPending}
      error={remove.isError ? errorWords(remove.error) : undefined}
      onConfirm={() => remove.mutate({ kind: 'deleted' })}
      onClose={onClose}
    >
      <p>{t('announce.delete.explain')}</p>
    </ConfirmDialog>
  );
}
