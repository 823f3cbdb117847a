import type { ComponentChildren } from 'preact';
import type { ChatMessage } from '../../../bot/channels/web-chat/protocol.ts';
import { localPhotoUrls } from '../logic/local-photos.ts';
import { photoUrl } from '../logic/server.ts';
import { t } from '../words.ts';
import { Choices, OldChoices } from './choices.tsx';
import { BellIcon, PersonIcon } from './icons.tsx';
import { WordsSaid } from './words-said.tsx';

type BubbleProps = {
  message: ChatMessage;
  isFirstOfGroup: boolean;
  isLast: boolean;
  isNew: boolean;
  onChoose: (choice: { key: string; label: string }) => void;
};

/** One message that the history holds, of either side. */
export function Bubble({ message, isFirstOfGroup, isLast, isNew, onChoose }: BubbleProps) {
  const { from, text, photos, picture, choices } = message;
  const side = from === 'person' ? 'person' : 'centre';
  return (
    <li class={`row row-${side}${isFirstOfGroup ? ' row-first' : ''}${isNew ? ' row-new' : ''}`} data-id={message.id}>
      <Speaker from={from} isFirstOfGroup={isFirstOfGroup} />
      {photos.length > 0 && (
        <div class={`photos photos-${Math.min(photos.length, 2)}`}>
          {photos.map(({ id, width, height }, index) => (
            <a key={id} class="photo" href={photoUrl(id)} target="_blank" rel="noopener">
              <img
                src={localPhotoUrls(message.id)?.[index] ?? `${photoUrl(id)}?size=small`}
                width={width}
                height={height}
                alt={t('log.photo')}
                loading="lazy"
              />
            </a>
          ))}
        </div>
      )}
      {picture !== undefined && (
        <a class="picture" href={picture.path} target="_blank" rel="noopener">
          <img src={picture.path} width={picture.width} height={picture.height} alt={picture.alt} loading="lazy" />
        </a>
      )}
      {(text !== '' || photos.length === 0) && (
        <div class={`bubble bubble-${from}`}>
          {text === '' ? <p class="wordless">{t('log.wordless')}</p> : <WordsSaid text={text} />}
        </div>
      )}
      {choices.length > 0 &&
        (isLast ? <Choices choices={choices} onChoose={onChoose} /> : <OldChoices choices={choices} />)}
      {isLast && from === 'person' && <p class="under">{t('send.sent')}</p>}
    </li>
  );
}

/** Who speaks: heard by who cannot see the sides, and seen where it is not the assistant. */
function Speaker({ from, isFirstOfGroup }: { from: ChatMessage['from']; isFirstOfGroup: boolean }): ComponentChildren {
  if (from === 'person') return <span class="only-heard">{t('log.person')}</span>;
  if (from === 'assistant') return <span class="only-heard">{t('log.assistant')}</span>;
  return (
    <p class={isFirstOfGroup ? `speaker speaker-${from}` : 'only-heard'}>
      {from === 'officer' ? <PersonIcon /> : <BellIcon />}
      {t(`log.${from}`)}
    </p>
  );
}
