import { Button } from '@mantine/core';
import { t } from '../words/words.ts';
import classes from './list-page.module.css';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The next page of a list, by hand: an endless list has no end to print or to reach by keyboard. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: Pages) {
  if (!hasNextPage) return null;
  return (
    <Button
      variant="default"
      className={classes.more}
      loading={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t('list.more')}
    </Button>
  );
}
