import type { Choice } from '../channel.ts';

type Button = { text: string; callback_data: string };

/** Telegram counts bytes, and a Vietnamese letter has two or three. */
const MAX_KEY_BYTES = 64;
/** Labels up to this length stand two in a row on a small phone. */
const SHORT_LABEL = 14;

/**
 * The choices as rows of buttons whose data is the choice's key, so that a button still works after a new deployment.
 * Undefined when there are none, or when Telegram would not take one of them.
 */
export function inlineKeyboard(choices: readonly Choice[]): Button[][] | undefined {
  if (choices.length === 0) return undefined;
  const fits = ({ key, label }: Choice): boolean => {
    const bytes = Buffer.byteLength(key);
    return bytes >= 1 && bytes <= MAX_KEY_BYTES && label.trim() !== '';
  };
  if (!choices.every(fits)) return undefined;
  const rows: Button[][] = [];
  for (const { key, label } of choices) {
    const button = { text: label.normalize('NFC'), callback_data: key };
    const row = rows.at(-1);
    const hasRoom = row?.length === 1 && [...row, button].every(({ text }) => text.length <= SHORT_LABEL);
    if (hasRoom) row.push(button);
    else rows.push([button]);
  }
  return rows;
}
