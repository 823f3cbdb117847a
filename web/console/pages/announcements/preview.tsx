import '../../words/announce.ts';
import { SegmentedControl } from '@mantine/core';
import type { InferResponseType } from 'hono/client';
import { useState } from 'react';
import type { api } from '../../api/client.ts';
import message from '../../parts/message.module.css';
import { MessageButtons } from '../../parts/message-buttons.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Picture, pictureUrl } from './picture.ts';
import { sayCount } from './say-count.ts';

export type ChannelPreview = InferResponseType<typeof api.announcements.preview.$post, 200>['previews'][number];

/** The messages as people on each channel will read them; made by the server that will send them. */
export function Preview({
  previews,
  ofUnknown,
  picture,
  title = t('announce.preview.title'),
}: {
  previews: ChannelPreview[] | undefined;
  /** What somebody reads of whom nothing is known, when something is filled in. */
  ofUnknown?: string | null;
  picture?: Picture;
  title?: string;
}) {
  const [channel, setChannel] = useState('zalo-bot');
  const preview = previews?.find((one) => one.channel === channel);
  return (
    <section className={classes.preview} aria-label={title}>
      <h2>{title}</h2>
      {previews === undefined || preview === undefined ? (
        <p className={classes.quiet}>{t('announce.preview.empty')}</p>
      ) : (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t('announce.preview.channel')}
            value={channel}
            onChange={setChannel}
            data={previews.map((one) => ({ value: one.channel, label: tell(`channel.${one.channel}`) ?? one.channel }))}
          />
          <Parts preview={preview} picture={picture} />
          {ofUnknown ? (
            <>
              <p className={classes.quiet}>{t('announce.preview.ofUnknown')}</p>
              <p className={message.bubble}>{ofUnknown}</p>
            </>
          ) : null}
        </>
      )}
    </section>
  );
}

function Parts({ preview, picture }: { preview: ChannelPreview; picture: Picture | undefined }) {
  const { parts, maxLength, buttons, picture: how } = preview;
  const isSplit = parts.length > 1;
  return (
    <>
      {how === 'in-words' ? <p className={classes.warned}>{t('announce.preview.pictureInWords')}</p> : null}
      {how === 'before-text' ? <p className={classes.warned}>{t('announce.preview.pictureBefore')}</p> : null}
      {picture === undefined || how === null || how === 'in-words' ? null : (
        <img
          className={classes.chosenPicture}
          data-testid="shown-picture"
          src={pictureUrl(picture.id)}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
        />
      )}
      <p className={isSplit ? classes.warned : classes.quiet}>
        {isSplit
          ? t('announce.preview.split', { max: sayCount(maxLength), parts: parts.length })
          : t('announce.preview.one', { length: sayCount(parts[0]?.length ?? 0) })}
      </p>
      {parts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place alone.
        <div key={index}>
          <p className={message.bubble} data-testid="shown">
            {text}
          </p>
          {isSplit ? (
            <p className={classes.quiet}>
              {t('announce.preview.part', { part: index + 1, parts: parts.length, length: sayCount(text.length) })}
            </p>
          ) : null}
        </div>
      ))}
      <MessageButtons labels={buttons} />
    </>
  );
}
