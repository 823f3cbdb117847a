import { useCallback, useRef } from 'react';
import { useSearchParams } from 'wouter';

type Filter = {
  get: (name: string) => string;
  set: (name: string, value: string) => void;
  /** Several at once: each by itself would be told what the address was before. */
  setAll: (values: Record<string, string>) => void;
};

/** Filters live in the address, so that a list can be kept, shared and come back to. */
export function useFilter(): Filter {
  const [params, setParams] = useSearchParams();
  const page = useRef(window.location.pathname);
  const setAll = useCallback(
    (values: Record<string, string>) => {
      // While the next page is being fetched this one is only hidden, and what was typed last would lead back to it.
      if (window.location.pathname !== page.current) return;
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const set = useCallback((name: string, value: string) => setAll({ [name]: value }), [setAll]);
  return { get: (name) => params.get(name) ?? '', set, setAll };
}
