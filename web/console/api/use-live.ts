import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openLiveLine } from './live-line.ts';
import { meQuery } from './queries.ts';

/** Several changes at once are one look. */
const GATHER_MS = 250;

/**
 * Looks again at everything shown whenever the server says that something changed. Returns whether the line is broken;
 * meanwhile the queries look by themselves from time to time.
 */
export function useLive(): { isBroken: boolean } {
  const client = useQueryClient();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let gather: number | undefined;
    const close = openLiveLine({
      onChange: () => {
        window.clearTimeout(gather);
        gather = window.setTimeout(() => void client.invalidateQueries(), GATHER_MS);
      },
      onBroken: setBroken,
      onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    });
    return () => {
      window.clearTimeout(gather);
      close();
    };
  }, [client]);

  return { isBroken };
}
