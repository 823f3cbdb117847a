/** A line that comes back this quickly was never worth a word. */
const GRACE_MS = 4_000;
/** The server beats every 20 s; a line silent for longer is dead, though the browser may not have noticed. */
const SILENT_MS = 50_000;
const AGAIN_MS = 5_000;

export type LiveLine = {
  /** Something changed; also after the line was broken, since nobody knows what was missed. */
  onChange: () => void;
  onBroken: (isBroken: boolean) => void;
  /** The server refused: the session has ended, or the server is away. */
  onRefused: () => void;
};

/** Holds the line on which the server tells of changes, and takes it up again whenever it breaks. Returns its end. */
export function openLiveLine({ onChange, onBroken, onRefused }: LiveLine): () => void {
  let source: EventSource | undefined;
  let mayHaveMissed = false;
  const timers = new Map<'grace' | 'silence' | 'again', number>();
  const after = (name: 'grace' | 'silence' | 'again', ms: number, then: () => void): void => {
    window.clearTimeout(timers.get(name));
    timers.set(name, window.setTimeout(then, ms));
  };
  const isWaitingFor = (name: 'grace'): boolean => timers.has(name);
  const stopWaitingFor = (name: 'grace'): void => {
    window.clearTimeout(timers.get(name));
    timers.delete(name);
  };

  const alive = (): void => {
    stopWaitingFor('grace');
    onBroken(false);
    after('silence', SILENT_MS, silent);
  };
  const broken = (): void => {
    mayHaveMissed = true;
    if (!isWaitingFor('grace')) after('grace', GRACE_MS, () => onBroken(true));
    // The browser tries again by itself, unless it was refused.
    if (source?.readyState !== EventSource.CLOSED) return;
    onRefused();
    after('again', AGAIN_MS, connect);
  };
  const silent = (): void => {
    broken();
    connect();
  };
  const connect = (): void => {
    source?.close();
    source = new EventSource('/staff/api/events');
    after('silence', SILENT_MS, silent);
    source.addEventListener('open', () => {
      alive();
      if (mayHaveMissed) onChange();
      mayHaveMissed = false;
    });
    source.addEventListener('beat', alive);
    source.addEventListener('change', () => {
      alive();
      onChange();
    });
    source.addEventListener('error', broken);
  };

  connect();
  window.addEventListener('offline', broken);
  window.addEventListener('online', connect);
  return () => {
    window.removeEventListener('offline', broken);
    window.removeEventListener('online', connect);
    source?.close();
    for (const timer of timers.values()) window.clearTimeout(timer);
  };
}
