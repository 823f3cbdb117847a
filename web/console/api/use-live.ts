import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from './queries.ts';

/** Several changes at once are one look. */
const GATHER_MS = 250;
/** A line that comes back this quickly was never worth a word. */
const GRACE_MS = 4_000;
/** The server beats every 20 s; a line silent for longer is dead, though the browser may not have noticed. */
const SILENT_MS = 50_000;
const AGAIN_MS = 5_000;

/**
 * Looks again at everything shown whenever the server says that something changed. Returns whether the line is broken;
 * meanwhile the queries look by themselves from time to time.
 */
export function useLive(): { isBroken: boolean } {
  const client = useQueryClient();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let source: EventSource | undefined;
    let gather: number | undefined;
    let grace: number | undefined;
    let silence: number | undefined;
    let again: number | undefined;

    const lookAgain = (): void => {
      window.clearTimeout(gather);
      gather = window.setTimeout(() => void client.invalidateQueries(), GATHER_MS);
    };
    const alive = (): void => {
      window.clearTimeout(grace);
      grace = undefined;
      setBroken(false);
      window.clearTimeout(silence);
      silence = window.setTimeout(reconnect, SILENT_MS);
    };
    const broken = (): void => {
      grace ??= window.setTimeout(() => setBroken(true), GRACE_MS);
      // A refused connection is closed for good: the session ended, or the server is away.
      if (source?.readyState !== EventSource.CLOSED) return;
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
      window.clearTimeout(again);
      again = window.setTimeout(reconnect, AGAIN_MS);
    };
    const connect = (isFirst: boolean): void => {
      source = new EventSource('/staff/api/events');
      let opened = isFirst;
      source.addEventListener('open', () => {
        alive();
        // What happened while nobody listened.
        if (opened) opened = false;
        else lookAgain();
      });
      source.addEventListener('beat', alive);
      source.addEventListener('change', () => {
        alive();
        lookAgain();
      });
      source.addEventListener('error', broken);
    };
    const reconnect = (): void => {
      source?.close();
      connect(false);
    };

    connect(true);
    return () => {
      source?.close();
      for (const timer of [gather, grace, silence, again]) window.clearTimeout(timer);
    };
  }, [client]);

  return { isBroken };
}
