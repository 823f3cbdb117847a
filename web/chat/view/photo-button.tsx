import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../words.ts';
import { CameraIcon, PictureIcon } from './icons.tsx';

/** With these types named, an iPhone turns its own HEIC photos into JPEG before it hands them over. */
const ACCEPT = 'image/jpeg,image/png,image/webp';

/**
 * Camera or gallery. Newer Android phones offer only one of the two for an ordinary file field, so a phone is asked
 * which; a computer, which has no camera at hand, goes straight to its files.
 */
export function PhotoButton({ onPhotos }: { onPhotos: (files: File[]) => void }) {
  const [isOpen, setOpen] = useState(false);
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const around = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !around.current?.contains(event.target as Node))
        setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, [isOpen]);

  const take = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    // The same photo may be chosen again.
    input.value = '';
    if (files.length > 0) onPhotos(files);
  };
  const pick = (input: HTMLInputElement | null): void => {
    setOpen(false);
    input?.click();
  };

  return (
    <div class="photo-button" ref={around}>
      <input
        ref={camera}
        type="file"
        accept={ACCEPT}
        capture="environment"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={gallery}
        type="file"
        accept={ACCEPT}
        multiple
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <button
        type="button"
        class="round-button"
        aria-label={t('composer.photo')}
        aria-expanded={isOpen}
        onClick={() => (isPhone() ? setOpen(!isOpen) : pick(gallery.current))}
      >
        <CameraIcon />
      </button>
      {isOpen && (
        <div class="photo-menu">
          <button type="button" onClick={() => pick(camera.current)}>
            <CameraIcon />
            {t('composer.camera')}
          </button>
          <button type="button" onClick={() => pick(gallery.current)}>
            <PictureIcon />
            {t('composer.gallery')}
          </button>
        </div>
      )}
    </div>
  );
}

const isPhone = (): boolean => window.matchMedia('(pointer: coarse)').matches;
