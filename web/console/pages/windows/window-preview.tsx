import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type PreviewAsked, windowPreviewQuery } from '../../api/window-queries.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { OtherLines, RoundList } from './round-list.tsx';
import { sayFault } from './say-window.ts';
import classes from './windows.module.css';

const TYPING_MS = 400;

/** What would leave and when, whom it is for now, and what a change replaces: shown before anything is saved. */
export function Preview({ asked }: { asked: PreviewAsked | undefined }) {
  const [settled] = useDebouncedValue(asked, TYPING_MS);
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery(windowPreviewQuery(settled));
  if (asked === undefined || settled === undefined) return <p className={classes.quiet}>{t('windows.preview.wait')}</p>;
  if (isLoading) return <Loading rows={3} />;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined || data === null) return null;
  if (data.fault !== null) {
    return (
      <p className={classes.warn} role="alert">
        {sayFault(data.fault)}
      </p>
    );
  }
  const isChange = settled.id !== undefined;
  return (
    <div className={isPlaceholderData ? classes.stale : undefined}>
      <div role="status">
        <p>{data.meant === 0 ? t('windows.preview.nobody') : t('windows.preview.meant', { count: data.meant })}</p>
        {isChange && data.isSame ? <p>{t('windows.preview.same')}</p> : null}
        {data.told === 0 ? null : <p>{t('windows.preview.told', { count: data.told })}</p>}
        {data.replaced === 0 ? null : (
          <p className={classes.warn}>{t('windows.preview.replaced', { count: data.replaced })}</p>
        )}
      </div>
      <RoundList rounds={data.rounds} />
      <OtherLines rounds={data.rounds} />
    </div>
  );
}
