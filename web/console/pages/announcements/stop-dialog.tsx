import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { sayCount } from './say-count.ts';
import { useDeed } from './use-deed.ts';

type Props = { id: string; waiting: number; isOpen: boolean; onDone: () => void };

/** Nothing brings it back, so it is asked once more. */
export function StopDialog({ id, waiting, isOpen, onDone }: Props) {
  const stop = useDeed(id, onDone);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('announce.stop.title')}
      confirmWords={t('announce.stop.button')}
      isFinal
      isPending={stop.isPending}
      error={stop.isError ? errorWords(stop.error) : undefined}
      onConfirm={() => stop.mutate({ kind: 'stopped' })}
      onClose={onDone}
    >
      <p>{t('announce.stop.explain', { waiting: sayCount(waiting) })}</p>
    </ConfirmDialog>
  );
}
