import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** Filters live in the address, so that a list can be kept, shared and come back to. */
export function useFilter(): { get: (name: string) => string; set: (name: string, value: string) => void } {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: string, value: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { get: (name) => params.get(name) ?? '', set };
}
