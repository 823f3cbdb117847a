import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useLayoutEffect, useRef } from 'react';
import { conversationQuery } from '../api/queries.ts';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { daysFromToday, sayDay } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './conversation.module.css';
import { Said } from './said.tsx';

const NEAR_END_PX = 40;

type Props = {
  personId: string;
  personName: string;
  onPhoto: (fileId: string) => void;
};

/** All that was said with a person, on all their channels, the latest at the end and in view. */
export function Conversation({ personId, personName, onPhoto }: Props) {
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    conversationQuery(personId),
  );
  const entries = data?.pages.toReversed().flatMap((page) => page.entries) ?? [];
  const lastPosition = entries.at(-1)?.position;
  const scroller = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only something new at the end moves the view.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const toEnd = (): void => {
      box.scrollTop = box.scrollHeight;
    };
    toEnd();
    // It grows and shrinks with what is written below it, and on a phone it is folded away at first:
    // whoever was at the end stays there, whoever reads further up is left in peace.
    let isAtEnd = true;
    const onScroll = (): void => {
      isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    };
    const watcher = new ResizeObserver(() => {
      if (isAtEnd) toEnd();
    });
    box.addEventListener('scroll', onScroll);
    watcher.observe(box);
    return () => {
      box.removeEventListener('scroll', onScroll);
      watcher.disconnect();
    };
  }, [lastPosition]);

  if (isPending) return <Loading />;
  if (data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (entries.length === 0) return <Empty title={t('conversation.empty')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={classes.scroller} ref={scroller} tabIndex={0} aria-label={t('conversation.all')}>
      {hasNextPage ? (
        <Button
          variant="subtle"
          className={classes.older}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('conversation.older')}
        </Button>
      ) : null}
      <ol className={classes.entries}>
        {entries.map((entry, index) => {
          const before = entries[index - 1];
          const isNewDay =
            before === undefined || daysFromToday(new Date(entry.at)) !== daysFromToday(new Date(before.at));
          return (
            <Fragment key={entry.said.id}>
              {isNewDay ? <li className={classes.day}>{sayDay(new Date(entry.at))}</li> : null}
              <Said entry={entry} personName={personName} onPhoto={onPhoto} />
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}
