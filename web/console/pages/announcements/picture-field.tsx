import { Alert, Button, FileButton, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Picture, pictureUrl, uploadPicture } from './picture.ts';

// As the server has them (core/announcements/picture.ts).
const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 10 * MEGABYTE;
const LONGEST_ALT = 300;

/** The picture that goes with it: chosen, told in words, taken away again. */
export function PictureField({
  picture,
  onChange,
}: {
  picture: Picture | undefined;
  onChange: (picture: Picture | undefined) => void;
}) {
  const reset = useRef<() => void>(null);
  const upload = useMutation({
    mutationFn: async (file: File): Promise<Picture> => {
      if (file.size > MOST_BYTES) throw new ApiError({ code: 'announcement.picture-too-large' });
      return { ...(await uploadPicture(file, newRequestId())), alt: picture?.alt ?? '' };
    },
    onSuccess: onChange,
    // The same file, made smaller, must be a new choice.
    onSettled: () => reset.current?.(),
  });
  return (
    <fieldset className={classes.picture}>
      <legend>{t('announce.picture.title')}</legend>
      {picture === undefined ? (
        <p className={classes.quiet}>{t('announce.picture.how', { megabytes: MOST_BYTES / MEGABYTE })}</p>
      ) : (
        <>
          <img
            className={classes.chosenPicture}
            src={pictureUrl(picture.id)}
            width={picture.width}
            height={picture.height}
            alt={picture.alt}
          />
          <TextInput
            label={t('announce.picture.alt')}
            description={t('announce.picture.altHow')}
            value={picture.alt}
            maxLength={LONGEST_ALT}
            required
            onChange={(event) => onChange({ ...picture, alt: event.currentTarget.value })}
          />
        </>
      )}
      {upload.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(upload.error)}
        </Alert>
      ) : null}
      <div className={classes.deeds}>
        <FileButton
          resetRef={reset}
          accept="image/jpeg,image/png,image/webp"
          onChange={(file) => {
            if (file !== null) upload.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="plus" />} loading={upload.isPending}>
              {t(picture === undefined ? 'announce.picture.choose' : 'announce.picture.another')}
            </Button>
          )}
        </FileButton>
        {picture === undefined ? null : (
          <Button variant="default" onClick={() => onChange(undefined)}>
            {t('announce.picture.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
