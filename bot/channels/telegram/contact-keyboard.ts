import type { Choice } from '../channel.ts';

/**
 * The keyboard in place of the letters, with the button that shares the person's own card. Telegram has that button only
 * there, in private chats, and a message has either this keyboard or buttons of its own: so the choices stand here too,
 * and a tap on one sends its label as if it was typed.
 */
export function contactKeyboard(button: string, choices: readonly Choice[]) {
  const labels = choices.map(({ label }) => label.normalize('NFC')).filter((label) => label.trim() !== '');
  return {
    keyboard: [[{ text: button.normalize('NFC'), request_contact: true }], ...labels.map((text) => [{ text }])],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

/**
 * Takes that keyboard off the screen, where it stays otherwise, and does nothing where there is none. Every message that
 * has no buttons of its own says so: then the keyboard goes even when the message that should have taken it never arrived.
 */
export const REMOVE_KEYBOARD = { remove_keyboard: true };
