/** What an officer may choose: what Telegram takes of a photo (Bot API, sendPhoto), the stricter of the platforms. */
export const MOST_PICTURE_BYTES = 10 * 1024 * 1024;
/** Telegram refuses a photo that is more than twenty times as long as it is wide, or as wide as it is long (sendPhoto). */
const MOST_RATIO = 20;

/** Letters of the words for who cannot see the picture. */
export const LONGEST_PICTURE_ALT = 300;

export function isTooNarrow({ width, height }: { width: number; height: number }): boolean {
  return Math.max(width, height) > MOST_RATIO * Math.min(width, height);
}

/** The part of our address where a picture is fetched; `secret` is 32 letters, digits, `-` and `_`. */
export function picturePath(secret: string): string {
  return `/anh/${secret}.jpg`;
}
