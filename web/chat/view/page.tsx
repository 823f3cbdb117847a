import { useEffect } from 'preact/hooks';
import type { Chat } from '../logic/chat.ts';
import type { OutgoingPhoto } from '../logic/chat-state.ts';
import { downscale } from '../logic/downscale.ts';
import { t } from '../words.ts';
import { Composer } from './composer.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { Conversation } from './conversation.tsx';
import { Header } from './header.tsx';
import { useStore } from './use-store.ts';

const PHOTOS_OF_MESSAGE = 4;

export function Page({ chat }: { chat: Chat }) {
  const state = useStore(chat.store);
  useTitle(state.centre?.name);

  const sendPhotos = async (files: File[]): Promise<void> => {
    const ready: OutgoingPhoto[] = [];
    // One after another: two large photos at once are too much for an old phone.
    for (const file of files) {
      const result = await downscale(file);
      if (result.kind === 'ready') ready.push(result.photo);
      else chat.refusePhoto(result.problem);
    }
    for (let from = 0; from < ready.length; from += PHOTOS_OF_MESSAGE) {
      chat.sendPhotos(ready.slice(from, from + PHOTOS_OF_MESSAGE));
    }
  };

  return (
    <div class="page">
      <Header centre={state.centre} onMenu={() => chat.say(t('header.menu'))} />
      <ConnectionBar state={state} />
      <Conversation chat={chat} state={state} />
      <Composer onSay={chat.say} onPhotos={(files) => void sendPhotos(files)} />
    </div>
  );
}

function useTitle(centre: string | undefined): void {
  useEffect(() => {
    document.title = centre === undefined ? t('title') : `${t('title')} – ${centre}`;
  }, [centre]);
}
