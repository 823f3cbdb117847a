import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../logic/store.ts';

/** The state of a store, drawn anew whenever it changes. */
export function useStore<State extends object>(store: Store<State>): State {
  const [state, setState] = useState(store.get);
  useEffect(() => {
    setState(store.get);
    return store.subscribe(() => setState(store.get));
  }, [store]);
  return state;
}
