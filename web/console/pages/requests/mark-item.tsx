import { Checkbox, Textarea } from '@mantine/core';
import { t } from '../../words/words.ts';
import classes from './items.module.css';

const MAX_LENGTH = 200;

/** Marks one item as incomplete, and asks what is missing: without a word the person would not know what to do. */
export function MarkItem({
  label,
  remark,
  onMark,
}: {
  label: string;
  remark: string | undefined;
  onMark: (remark: string | undefined) => void;
}) {
  return (
    <>
      <Checkbox
        className={`${classes.check} no-print`}
        size="md"
        title={t('review.items.mark')}
        aria-label={t('review.items.markItem', { label })}
        checked={remark !== undefined}
        onChange={(event) => onMark(event.currentTarget.checked ? '' : undefined)}
      />
      {remark === undefined ? null : (
        <Textarea
          className={`${classes.remark} no-print`}
          label={t('review.items.remark', { label })}
          description={t('review.items.remarkHint')}
          placeholder={t('review.items.remarkExample')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={MAX_LENGTH}
          value={remark}
          // Only when it was just marked: a draft of yesterday does not draw the page to itself.
          autoFocus={remark === ''}
          onChange={(event) => onMark(event.currentTarget.value)}
        />
      )}
    </>
  );
}
