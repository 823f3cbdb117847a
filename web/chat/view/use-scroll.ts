import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Shown = {
  firstId: string | undefined;
  lastId: string | undefined;
  lastIsOwn: boolean;
  count: number;
};

export type Scroll = {
  scroller: RefObject<HTMLElement | null>;
  /** Messages that came in below what is being read. */
  unread: number;
  isAtEnd: boolean;
  toEnd: () => void;
};

const NEAR_END_PX = 80;
/** What stays visible above a long answer that is read from its beginning. */
const ABOVE_PX = 72;

/**
 * Where the conversation stands on the screen. Who reads at the end is taken along; who reads further up is left in
 * peace and told how much came. An answer longer than the screen is shown from its beginning.
 */
export function useScroll({ firstId, lastId, lastIsOwn, count }: Shown): Scroll {
  const scroller = useRef<HTMLElement>(null);
  const follows = useRef(true);
  const before = useRef({ firstId, count: 0, height: 0 });
  const [unread, setUnread] = useState(0);
  const [isAtEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { firstId: firstBefore, count: countBefore, height } = before.current;
    const isOpening = countBefore === 0;
    before.current = { firstId, count, height: element.scrollHeight };
    if (firstBefore !== undefined && firstId !== firstBefore) {
      // Older messages were put above: what is being read stays where it is.
      element.scrollTop += element.scrollHeight - height;
    } else if (lastIsOwn || follows.current || isOpening) {
      const row = isOpening || lastIsOwn ? null : element.querySelector<HTMLElement>(`[data-id="${lastId}"]`);
      const isLong = row !== null && row.offsetHeight > element.clientHeight - ABOVE_PX;
      if (isLong) element.scrollTop = row.offsetTop - ABOVE_PX;
      else toEnd();
    } else if (count > countBefore) {
      setUnread((unreadBefore) => unreadBefore + count - countBefore);
    }
  }, [firstId, lastId, lastIsOwn, count, toEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const isEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      follows.current = isEnd;
      setAtEnd(isEnd);
      if (isEnd) setUnread(0);
    };
    element.addEventListener('scroll', look, { passive: true });
    // The keyboard opens, a photo gets its size, the typing mark comes: whoever was at the end stays there.
    const observer = new ResizeObserver(() => {
      before.current.height = element.scrollHeight;
      if (follows.current) toEnd();
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [toEnd]);

  return { scroller, unread, isAtEnd, toEnd };
}
