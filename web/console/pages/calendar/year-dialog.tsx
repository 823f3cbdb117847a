import { useState } from 'react';
import { t } from '../../words/words.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { SourceFields } from './source-fields.tsx';

/** All holidays of a year are entered: from then on terms are counted into it. */
export function YearDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const [source, setSource] = useState({ document: '', article: '' });
  const document = source.document.trim();
  return (
    <EntryDialog
      title={t('calendar.form.yearTitle', { year })}
      saveWords={t('calendar.form.save')}
      deed={document === '' ? undefined : { content: { kind: 'year' as const, year, document } }}
      onClose={onClose}
    >
      <p>{t('calendar.form.yearExplain', { year })}</p>
      <SourceFields value={source} onChange={setSource} />
    </EntryDialog>
  );
}
