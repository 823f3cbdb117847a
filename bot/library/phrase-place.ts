import type { PlaceFinding, PlaceOption } from '../../core/places/places.ts';
import type { Words } from '../../locales/words.ts';

const MAX_OPTIONS = 4;

/** What a place named by itself is today: "Xã Mỹ Phương (huyện Ba Bể, Bắc Kạn cũ) nay là xã Thượng Minh, …". */
export function phrasePlace(words: Words, finding: PlaceFinding): string[] {
  switch (finding.kind) {
    case 'found':
      return [phraseOption(words, finding), words.t('ask:place.covered')];
    case 'choose':
      return [
        words.word(`ask:place.${finding.reason}`),
        ...finding.options.slice(0, MAX_OPTIONS).map((option) => phraseOption(words, option)),
      ];
    case 'province':
      return [words.t('ask:place.province', { province: finding.province })];
    case 'unknown':
      return [words.t('ask:place.unknown')];
  }
}

function phraseOption(words: Words, { commune, former }: PlaceOption): string {
  const now = words.t('ask:place.now', { commune: commune.name, province: lower(commune.province) });
  if (former === undefined) return words.t('ask:place.is', { now });
  const area = [former.district, former.province]
    .filter((part) => part !== '')
    .map(lower)
    .join(', ');
  return words.t('ask:place.was', { former: former.commune, area, now: lower(now) });
}

/** "Tỉnh Thái Nguyên" → "tỉnh Thái Nguyên", in the middle of a sentence. */
function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
