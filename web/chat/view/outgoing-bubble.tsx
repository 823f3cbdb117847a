import type { ProblemCode } from '../../../bot/channels/web-chat/protocol.ts';
import type { Outgoing, OutgoingPhoto } from '../logic/chat-state.ts';
import { localPhotoUrls } from '../logic/local-photos.ts';
import { t, type WordKey } from '../words.ts';
import { WarningIcon } from './icons.tsx';
import { WordsSaid } from './words-said.tsx';

type OutgoingBubbleProps = {
  item: Outgoing;
  isOnline: boolean;
  onRetry: () => void;
  onDiscard: () => void;
};

/** A message of the person that the history does not hold yet. */
export function OutgoingBubble({ item, isOnline, onRetry, onDiscard }: OutgoingBubbleProps) {
  const { body, state } = item;
  return (
    <li class={`row row-person row-first row-outgoing-${state}`} data-id={item.id}>
      <span class="only-heard">{t('log.person')}</span>
      {body.kind === 'photos' && body.photos.length > 0 && (
        <OwnPhotos id={item.id} photos={body.photos} progress={progressOf(item)} />
      )}
      {body.kind === 'text' && (
        <div class="bubble bubble-person">
          <WordsSaid text={body.text} />
        </div>
      )}
      {body.kind === 'choice' && (
        <div class="bubble bubble-person">
          <p>{body.label}</p>
        </div>
      )}
      {state === 'refused' ? (
        <Refused item={item} onRetry={onRetry} onDiscard={onDiscard} />
      ) : (
        <p class="under">{sayState(item, isOnline)}</p>
      )}
    </li>
  );
}

const progressOf = ({ state, progress }: Outgoing): number | undefined =>
  state === 'sending' ? (progress ?? 0) : undefined;

function sayState({ state, progress, body }: Outgoing, isOnline: boolean): string {
  if (state === 'sent') return t('send.sent');
  // A first try that has not failed yet is on its way, even before its turn has come.
  if (state === 'waiting' && !isOnline) return t('send.waiting');
  if (body.kind === 'photos' && progress !== undefined) {
    return t('send.sendingPart', { percent: Math.floor(progress * 100) });
  }
  return t('send.sending');
}

function Refused({ item, onRetry, onDiscard }: { item: Outgoing; onRetry: () => void; onDiscard: () => void }) {
  const canRetry = !HOPELESS.has(item.problem ?? 'server.failed');
  return (
    <div class="refused" role="alert">
      <p class="refused-why">
        <WarningIcon />
        <span>{t(WHY[item.problem ?? 'server.failed'] ?? 'problem.other')}</span>
      </p>
      <p class="refused-what">
        {canRetry && (
          <button type="button" class="quiet-button" onClick={onRetry}>
            {t('send.retry')}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={onDiscard}>
          {t('send.discard')}
        </button>
      </p>
    </div>
  );
}

/** Sending the same again would end the same. */
const HOPELESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'photo.heic',
  'photo.not-an-image',
  'photo.broken',
  'photo.too-large',
  'request.too-large',
]);

const WHY: Partial<Record<ProblemCode, WordKey>> = {
  'photo.heic': 'problem.photoHeic',
  'photo.not-an-image': 'problem.photoNotAnImage',
  'photo.broken': 'problem.photoBroken',
  'photo.too-large': 'problem.photoTooLarge',
  'photo.person-full': 'problem.photoPersonFull',
  'photo.store-full': 'problem.photoStoreFull',
  'request.too-large': 'problem.textTooLong',
};

function OwnPhotos({ id, photos, progress }: { id: string; photos: OutgoingPhoto[]; progress: number | undefined }) {
  const urls = localPhotoUrls(id, photos) ?? [];
  return (
    <div class={`photos photos-${Math.min(photos.length, 2)}`}>
      {photos.map(({ width, height }, index) => (
        <span key={urls[index]} class="photo">
          <img src={urls[index]} width={width} height={height} alt={t('log.photo')} />
        </span>
      ))}
      {progress !== undefined && (
        <progress class="photo-progress" value={progress} max={1} aria-label={t('send.sending')} />
      )}
    </div>
  );
}
