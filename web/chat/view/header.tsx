import type { ChatState } from '../logic/chat-state.ts';
import { t } from '../words.ts';

export function Header({ centre, onMenu }: { centre: ChatState['centre']; onMenu: () => void }) {
  return (
    <header class="header">
      <img class="header-mark" src="/icon.svg" width="40" height="40" alt="" />
      <div class="header-names">
        <h1 class="header-centre">{unbroken(centre?.name ?? t('title'))}</h1>
        <p class="header-role">
          {t('header.assistant')}
          {centre?.isSample && (
            <span class="sample" title={t('header.sampleWhy')}>
              {t('header.sample')}
            </span>
          )}
        </p>
      </div>
      <button type="button" class="header-menu" onClick={onMenu}>
        {t('header.menu')}
      </button>
    </header>
  );
}

/** "Khuyến công" is one word to whoever reads it. */
const unbroken = (name: string): string => name.replace(/(khuyến) (công)/i, '$1\u00a0$2');
