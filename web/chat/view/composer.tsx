import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../words.ts';
import { SendIcon } from './icons.tsx';
import { PhotoButton } from './photo-button.tsx';

const MAX_LENGTH = 10_000;
const SAY_LEFT_BELOW = 500;

type ComposerProps = { onSay: (text: string) => void; onPhotos: (files: File[]) => void };

export function Composer({ onSay, onPhotos }: ComposerProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = MAX_LENGTH - text.length;

  // Grows with what is written, as far as the style lets it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const send = (): void => {
    const said = text.trim();
    if (said === '') return;
    onSay(said);
    setText('');
    field.current?.focus();
  };

  return (
    <footer class="composer">
      <form
        class="composer-column"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <PhotoButton onPhotos={onPhotos} />
        <div class="composer-field">
          <textarea
            ref={field}
            value={text}
            rows={1}
            maxLength={MAX_LENGTH}
            aria-label={t('composer.label')}
            placeholder={t('composer.placeholder')}
            autoComplete="off"
            autoCapitalize="sentences"
            enterkeyhint="send"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              // While a Vietnamese keyboard is composing, Enter ends the word and not the message.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
          {left < SAY_LEFT_BELOW && <p class="composer-left">{t('composer.left', { count: left })}</p>}
        </div>
        <button type="submit" class="send" aria-label={t('composer.send')} disabled={text.trim() === ''}>
          <SendIcon />
        </button>
      </form>
    </footer>
  );
}
