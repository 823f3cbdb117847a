import type { MessageContent } from './channel.ts';

/** The message for where its picture cannot be shown: what the picture shows stands above the text. */
export function pictureInWords({ picture, ...content }: MessageContent): MessageContent {
  return picture === undefined ? content : { ...content, text: `${picture.inWords}\n\n${content.text}` };
}
