import type { MessageContent } from './channel.ts';

/** The text with its choices as numbered lines, for channels without buttons. */
export function numberChoices({ text, choices }: MessageContent): string {
  if (choices.length === 0) return text;
  return [text, ...choices.map((choice, index) => `${index + 1}. ${choice.label}`)].join('\n');
}
