import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import {
  findPictureBytes,
  findPictureUpload,
  forgetPictureUpload,
  keepPictureUpload,
} from '../../../records/announcement-pictures.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import type { MessageContent } from '../channel.ts';
import type { TelegramAnswer, TelegramApi } from './call-telegram.ts';

/** Less than the sender gives a whole message (30 s). */
const UPLOAD_TIMEOUT_MS = 20_000;
/** So long a message waits for the upload that another one has begun; then it waits in the ledger. */
const WAIT_FOR_UPLOAD_MS = 8_000;

/** `picture-refused`: Telegram will not take this picture, and nothing was sent. */
export type PictureAnswer = TelegramAnswer | { kind: 'picture-refused' };

type Photo = {
  address: string;
  picture: NonNullable<MessageContent['picture']>;
  /** May be empty. */
  caption: string;
  markup: object;
};

/** The sizes in which Telegram keeps a photo, the largest last. */
const sentPhoto = z.object({ photo: z.array(z.object({ file_id: z.string().min(1) })).min(1) });

/**
 * Sends pictures to a chat. The first message to anybody carries the bytes; all others name the file that Telegram keeps
 * since, in every process. While it is uploaded the others wait, so that a thousand people are one upload and not fifty.
 */
export function createPictureSender({
  api,
  db,
  channel,
  account,
}: { api: TelegramApi; db: Db } & AccountKey): (photo: Photo) => Promise<PictureAnswer> {
  const underWay = new Map<string, Promise<unknown>>();

  const fieldsOf = ({ address, caption }: Photo) => ({ chat_id: address, ...(caption !== '' && { caption }) });

  const upload = async (photo: Photo): Promise<PictureAnswer> => {
    const pictureId = photo.picture.id;
    const bytes = await findPictureBytes(db, pictureId);
    if (bytes === undefined) return { kind: 'picture-refused' };
    const answer = await api.upload(
      'sendPhoto',
      { ...fieldsOf(photo), reply_markup: JSON.stringify(photo.markup) },
      { file: { name: 'photo', fileName: 'anh.jpg', mediaType: 'image/jpeg', bytes }, timeoutMs: UPLOAD_TIMEOUT_MS },
    );
    if (answer.kind !== 'ok') return isAboutThePicture(answer) ? { kind: 'picture-refused' } : answer;
    const sent = sentPhoto.safeParse(answer.result);
    const fileId = sent.success ? sent.data.photo.at(-1)?.file_id : undefined;
    // The message is there, whatever becomes of the name.
    if (fileId !== undefined) {
      await keepPictureUpload(db, { pictureId, channel, account, fileId }).catch(() => undefined);
    }
    return answer;
  };

  /** By its name where Telegram has it; undefined where it must be uploaded. */
  const sendKept = async (photo: Photo): Promise<TelegramAnswer | undefined> => {
    const key = { pictureId: photo.picture.id, channel, account };
    const fileId = await findPictureUpload(db, key);
    if (fileId === undefined) return undefined;
    const answer = await api.call('sendPhoto', { ...fieldsOf(photo), photo: fileId, reply_markup: photo.markup });
    if (!isAboutThePicture(answer)) return answer;
    await forgetPictureUpload(db, { ...key, fileId });
    return undefined;
  };

  return async (photo) => {
    const { id } = photo.picture;
    const first = await sendKept(photo);
    if (first !== undefined) return first;
    const before = underWay.get(id);
    if (before !== undefined) {
      await Promise.race([before, sleep(WAIT_FOR_UPLOAD_MS, undefined, { ref: false })]);
      const second = await sendKept(photo);
      if (second !== undefined) return second;
      // Nothing was sent: tried again later.
      if (underWay.has(id)) return { kind: 'aborted' };
    }
    const sending = upload(photo);
    underWay.set(id, sending);
    try {
      return await sending;
    } finally {
      underWay.delete(id);
    }
  };
}

/** Telegram's words for a name it does not know, or a picture it cannot take; a chat that is gone is told otherwise. */
function isAboutThePicture(answer: TelegramAnswer): boolean {
  return answer.kind === 'refused' && answer.code === 400 && /file|photo|image|media/i.test(answer.description);
}
