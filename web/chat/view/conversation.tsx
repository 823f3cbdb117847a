import { useEffect, useRef, useState } from 'preact/hooks';
import { arrange } from '../logic/arrange.ts';
import type { Chat } from '../logic/chat.ts';
import type { ChatState } from '../logic/chat-state.ts';
import { sayClock, sayDay } from '../logic/say-time.ts';
import { t } from '../words.ts';
import { Bubble } from './bubble.tsx';
import { DownIcon } from './icons.tsx';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import { useScroll } from './use-scroll.ts';
import { Welcome } from './welcome.tsx';

/** The typing mark is a promise; after this long it is no longer shown. */
const TYPING_MS = 30_000;

export function Conversation({ chat, state }: { chat: Chat; state: ChatState }) {
  const { messages, outgoing, phase, hasOlder } = state;
  const rows = arrange(state);
  const last = rows.at(-1);
  const lastIsOwn = last?.kind === 'outgoing' || (last?.kind === 'said' && last.message.from === 'person');
  const { scroller, unread, isAtEnd, toEnd } = useScroll({
    firstId: messages[0]?.id,
    lastId: last?.key,
    lastIsOwn,
    count: messages.length + outgoing.length,
  });
  const isTyping = useTypingMark(state);
  const isNew = useNewMessages(state);
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const isEmpty = rows.length === 0;

  const loadOlder = async (): Promise<void> => {
    setLoadingOlder(true);
    await chat.loadOlder();
    setLoadingOlder(false);
  };

  return (
    <main class="conversation" ref={scroller} tabIndex={-1}>
      <div class="column">
        {phase === 'opening' && isEmpty && <Opening />}
        {phase === 'ready' && isEmpty && <Welcome onAsk={chat.say} />}
        {hasOlder && (
          <button type="button" class="quiet-button older" disabled={isLoadingOlder} onClick={() => void loadOlder()}>
            {t(isLoadingOlder ? 'log.loadingOlder' : 'log.older')}
          </button>
        )}
        <div role="log" aria-label={t('log.label')} aria-live={isLoadingOlder ? 'off' : 'polite'}>
          <ol class="log">
            {rows.map((row) => {
              if (row.kind === 'time') return <TimeMark {...row} key={row.key} />;
              if (row.kind === 'outgoing') {
                const { item } = row;
                return (
                  <OutgoingBubble
                    key={row.key}
                    item={item}
                    isOnline={state.connection === 'online'}
                    onRetry={() => chat.retry(item.id)}
                    onDiscard={() => chat.discard(item.id)}
                  />
                );
              }
              return <Bubble {...row} key={row.key} isNew={isNew(row.message.id)} onChoose={chat.choose} />;
            })}
          </ol>
        </div>
        {isTyping && <Typing />}
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={toEnd} aria-label={t('log.toEnd')}>
          <DownIcon />
          {unread > 0 && <span>{t('log.newMessages', { count: unread })}</span>}
        </button>
      )}
    </main>
  );
}

function TimeMark({ at, isNewDay }: { at: number; isNewDay: boolean }) {
  const words = isNewDay ? `${sayDay(at, Date.now())}, ${sayClock(at)}` : sayClock(at);
  return (
    <li class="time">
      <time dateTime={new Date(at).toISOString()}>{words}</time>
    </li>
  );
}

function Opening() {
  return (
    <p class="opening">
      <span class="only-heard">{t('log.opening')}</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </p>
  );
}

function Typing() {
  return (
    <p class="typing" role="status">
      <span class="only-heard">{t('log.typing')}</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </p>
  );
}

function useTypingMark({ isAnswering, messages }: ChatState): boolean {
  const [isTooLong, setTooLong] = useState(false);
  const count = messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message begins the wait anew
  useEffect(() => {
    setTooLong(false);
    const timer = setTimeout(() => setTooLong(true), TYPING_MS);
    return () => clearTimeout(timer);
  }, [isAnswering, count]);
  return isAnswering && !isTooLong;
}

/** What came while the page was open moves in; what was there when it opened does not. */
function useNewMessages({ phase, messages }: ChatState): (id: string) => boolean {
  const old = useRef<Set<string>>(undefined);
  if (phase === 'ready' && old.current === undefined) old.current = new Set(messages.map(({ id }) => id));
  return (id) => old.current !== undefined && !old.current.has(id);
}
