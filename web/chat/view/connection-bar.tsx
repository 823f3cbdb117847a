import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../logic/chat-state.ts';
import { t } from '../words.ts';

/** A line that breaks for a moment is nobody's business. */
const PATIENCE_MS = 1500;

/** Says in one sentence what waits and why. Nothing while all is well. */
export function ConnectionBar({ state }: { state: ChatState }) {
  const sentence = sentenceFor(state);
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setShown(sentence), sentence === undefined ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <div class="connection" role="status">
      {shown !== undefined && <p>{shown}</p>}
    </div>
  );
}

function sentenceFor({ connection, pausedUntil, pauseCode, outgoing }: ChatState): string | undefined {
  if (pausedUntil !== undefined) {
    const seconds = Math.max(1, Math.ceil((pausedUntil - Date.now()) / 1000));
    return t(pauseCode === 'session.too-many' ? 'problem.tooManySessions' : 'connection.slowDown', { seconds });
  }
  if (connection === 'offline') return t('connection.offline');
  // While nothing waits, a server that is away for a while needs no words.
  if (connection === 'away' && outgoing.some(({ state }) => state !== 'refused')) return t('connection.away');
  return undefined;
}
