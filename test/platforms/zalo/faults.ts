/** Something that goes wrong with one call. `done`: whether Zalo did what was asked before it went wrong. */
export type Fault =
  /** `ok: false` with this code: 401, 403 (Zalo's "internal server error"), 408, 429, 500 … */
  | { kind: 'error'; code: number; description?: string }
  /** An answer that is not Zalo's: a gateway's page, an empty body. */
  | { kind: 'http'; status: number; body?: string }
  /** The connection is cut without an answer. */
  | { kind: 'drop'; done: boolean }
  /** The connection stays open and nothing ever comes. */
  | { kind: 'silence'; done: boolean }
  /** It works, late. */
  | { kind: 'slow'; ms: number };

export type Faults = {
  /** The next `times` calls of this method (or of any, with '*') meet the fault. Faults of one method queue up. */
  next: (method: string, fault: Fault, times?: number) => void;
  /** Every call from now on, until `clear`. */
  always: (method: string, fault: Fault) => void;
  clear: () => void;
};

export function createFaults(): Faults & { take: (method: string) => Fault | undefined } {
  let waiting: { method: string; fault: Fault; times: number }[] = [];
  const add = (method: string, fault: Fault, times = 1): void => void waiting.push({ method, fault, times });
  return {
    next: add,
    always: (method, fault) => add(method, fault, Number.POSITIVE_INFINITY),
    clear: () => {
      waiting = [];
    },
    take: (method) => {
      const found = waiting.find((one) => one.method === method || one.method === '*');
      if (found === undefined) return undefined;
      found.times -= 1;
      if (found.times <= 0) waiting = waiting.filter((one) => one !== found);
      return found.fault;
    },
  };
}
