import type { Log } from '../../../core/log.ts';
import { wordsFor } from '../../../locales/words.ts';
import type { TelegramApi } from './call-telegram.ts';
import { TELEGRAM } from './telegram-channel.ts';

const LISTS = {
  vi: { menu: 'menu', quaylai: 'back', doclai: 'repeat', dung: 'stop', gapcanbo: 'officer' },
  en: { menu: 'menu', back: 'back', repeat: 'repeat', stop: 'stop', officer: 'officer' },
} as const;

/** What the button "Menu" beside the text field offers: in Vietnamese for who has Telegram in Vietnamese, else in English. */
export async function tellCommands({ api, log }: { api: TelegramApi; log: Log }): Promise<void> {
  for (const locale of ['en', 'vi'] as const) {
    const { word } = wordsFor(locale);
    const commands = Object.entries(LISTS[locale]).map(([command, key]) => ({
      command,
      description: word(`telegram:command.${key}`),
    }));
    // Without a language it is everybody's who has no list of their own.
    const answer = await api.call('setMyCommands', { commands, ...(locale === 'vi' && { language_code: locale }) });
    if (answer.kind !== 'ok')
      log.warn({ channel: TELEGRAM, reason: answer.kind }, 'the list of commands was not taken');
  }
}
