import type { Readable, Writable } from 'node:stream';
import type { IncomingBody, MessageContent } from '../../bot/channels/channel.ts';
import { numberChoices } from '../../bot/channels/number-choices.ts';
import { AppError } from '../../core/app-error.ts';
import { readLines } from '../read-lines.ts';
import { openTalk } from './open-talk.ts';
import { storeTalkPhotos } from './store-talk-photo.ts';
import { type PersonLine, type TalkLine, talkLine } from './talk-line.ts';

export type TalkChannel = 'terminal' | 'web-chat' | 'telegram' | 'zalo-bot';

/** Plays a dialogue, a JSON object a line, and writes each message that goes out as one. */
export async function playLines(options: {
  input: Readable;
  output: Writable;
  channel: TalkChannel;
  provinceCode?: string;
  startAt?: Date;
}): Promise<void> {
  const hasButtons = options.channel !== 'zalo-bot';
  const lastMessage = new Map<string, MessageContent>();
  const talk = await openTalk({
    provinceCode: options.provinceCode,
    startAt: options.startAt,
    print: ({ address, content }) => {
      lastMessage.set(address, content);
      const text = hasButtons ? content.text : numberChoices(content);
      const choices = content.choices.map((choice) => choice.label);
      options.output.write(`${JSON.stringify({ to: address, text, choices })}\n`);
    },
  });

  const bodyOf = async (line: PersonLine): Promise<IncomingBody> => {
    if ('text' in line) return { kind: 'text', text: line.text };
    if ('photo' in line) return { kind: 'photo', fileIds: await storeTalkPhotos(talk, line.from, [line.photo].flat()) };
    const choice = lastMessage.get(line.from)?.choices[line.choose - 1];
    // A number can be typed also where nothing bears it.
    return hasButtons && choice !== undefined
      ? { kind: 'choice', key: choice.key }
      : { kind: 'text', text: String(line.choose) };
  };

  try {
    for await (const text of readLines(options.input)) {
      if (text.trim() === '') continue;
      const line = readLine(text);
      if ('advance' in line) await talk.advance(line.advance);
      else if ('window' in line) await talk.enterWindow(line.window);
      else if ('course' in line) await talk.holdCourse(line.course);
      else if ('officer' in line) await talk.decide(line.from, line.officer);
      else await talk.say(line.from, await bodyOf(line));
    }
  } finally {
    await talk.close();
  }
}

function readLine(text: string): TalkLine {
  try {
    return talkLine.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('talk.bad-line', { line: text.slice(0, 200) }, { cause: error });
  }
}
