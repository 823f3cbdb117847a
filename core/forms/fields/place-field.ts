import type { Commune, FormerCommune, PlaceOption } from '../../places/places.ts';
import { fold } from '../../text/fold.ts';
import { inSentence, type Saying } from '../saying.ts';
import type { AnswerValue, PlaceValue } from '../values.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { saysNever, saysNothing, saysNotKnown } from './not-known.ts';

/** More than these cannot be offered at once: the old district or the province is asked for. */
const MOST_OPTIONS = 9;
const LONGEST = 200;
const DISTRICT_WORDS = 2;
/** "Còn xã Côn Minh", and a bare "còn": no "thị trấn Cồn". */
const PARTICLE =
  /^(?:còn|con)(?:$| (?=(?:ở |o )?(?:xã|xa|phường|phuong|thôn|thon|xóm|xom|bản|ban|thị trấn|thi tran|tt)(?: |$)))/i;

/** "Trên Nà Ngăm, xã cũ là Côn Minh ấy": words around the names of places that are none of them. */
const AROUND =
  /^(?:trên|trong|ngoài|dưới|tren|ngoai|duoi) (?=\p{L}+ \p{L})|(?<=(?<!\p{L})(?:xã|phường|thị trấn|xa|phuong|thi tran|tt) )(?:(?:hồi |ngày )?(?:trước|xưa)(?: kia| đây)?|cũ|truoc|xua|cu)(?: tên)?(?: là| la)? (?=\p{L})|(?<=, ?)(?:tên |ten )?(?:(?:hồi |ngày )?(?:trước|xưa)(?: kia| đây)?|cũ|truoc|cu) (?:là|la) (?=\p{L})| (?:ấy|đấy|đó|ay)(?: (?:em|cháu|a|ạ|nhé))?[ .!]*$/giu;

export function readPlaceField(text: string, { places, nearProvinceCode }: FormTools): FieldReading {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST).replace(PARTICLE, '');
  const whole = readPlaceSaid(typed, { places, nearProvinceCode });
  const bare = typed.replace(AROUND, '');
  const isFound = whole.kind !== 'unread' || bare === typed || bare === '';
  return isFound ? whole : readPlaceSaid(bare, { places, nearProvinceCode });
}

function readPlaceSaid(
  said: string,
  { places, nearProvinceCode }: Pick<FormTools, 'places' | 'nearProvinceCode'>,
): FieldReading {
  // "Chưa có" is no slip of "Chư Á".
  if (said === '' || saysNothing(said) || saysNotKnown(said) || saysNever(said)) return unread('place');
  const finding = places.find(said, { provinceCode: nearProvinceCode });
  switch (finding.kind) {
    case 'unknown':
      return readBesideUnknown(said, { places, nearProvinceCode }) ?? unread('place');
    case 'province': {
      const province = inSentence(finding.province);
      return { kind: 'unread', problem: { key: 'register:problem.placeProvince', values: { province } } };
    }
    case 'choose':
      return choose(finding, said);
    case 'found':
      return confirmOrTake(finding, said);
  }
}

/** "Phúc Sen Quảng Uyên": a district that was gone long before; the commune before it is asked back, where it is one. */
function readBesideUnknown(
  said: string,
  { places, nearProvinceCode }: Pick<FormTools, 'places' | 'nearProvinceCode'>,
): FieldReading | undefined {
  const words = said.replaceAll(',', ' ').split(/ +/);
  if (words.length < DISTRICT_WORDS + 2) return undefined;
  const head = words.slice(0, -DISTRICT_WORDS).join(' ');
  const finding = places.find(head, { provinceCode: nearProvinceCode });
  if (finding.kind !== 'found') return undefined;
  const { commune, former } = finding;
  const isItsName = bareName(former?.commune ?? commune.name) === bareName(head);
  return isItsName ? confirmOrTake({ commune, former, guessed: true }, said) : undefined;
}

function choose(
  { reason, options }: { reason: 'divided' | 'several' | 'district'; options: PlaceOption[] },
  said: string,
): FieldReading {
  const offered = options.slice(0, MOST_OPTIONS);
  if (options.length > MOST_OPTIONS && reason === 'several') return unread('placeSeveral');
  const former = offered[0]?.former;
  const about: Saying =
    reason === 'divided' && former !== undefined
      ? { key: 'register:choose.placeDivided', values: { former: sayFormer(former) } }
      : { key: reason === 'district' ? 'register:choose.placeDistrict' : 'register:choose.placeSeveral' };
  return {
    kind: 'choose',
    about,
    options: offered.map(({ commune, former: old }) => ({
      value: placeValue(commune, said),
      label: reason === 'several' && old !== undefined ? labelWithFormer(commune, old) : sayUnit(commune),
    })),
  };
}

/** A name that has changed, a corrected slip or a place far away is asked back once; the rest is taken as said. */
function confirmOrTake(
  { commune, former, guessed }: { commune: Commune; former?: FormerCommune; guessed?: true },
  said: string,
): FieldReading {
  const value = placeValue(commune, said);
  const isRenamed = former !== undefined && bareName(former.commune) !== bareName(commune.name);
  if (isRenamed) {
    const values = { former: sayFormer(former), commune: sayUnit(commune) };
    const about = { key: 'register:confirm.placeRenamed', values };
    return { kind: 'confirm', value, about, ...(!guessed && { notice: { key: 'register:placeNow', values } }) };
  }
  if (guessed)
    return { kind: 'confirm', value, about: { key: 'register:confirm.place', values: { commune: sayUnit(commune) } } };
  return { kind: 'value', value };
}

/** A place that was found for sure: its value, and what it was called before. */
export function readFoundPlace(
  { commune, former }: { commune: Commune; former?: FormerCommune },
  said: string,
): { value: AnswerValue; notice?: Saying } {
  const value = placeValue(commune, said);
  if (former === undefined || bareName(former.commune) === bareName(commune.name)) return { value };
  return {
    value,
    notice: { key: 'register:placeNow', values: { former: sayFormer(former), commune: sayUnit(commune) } },
  };
}

function placeValue(commune: Commune, said: string): AnswerValue {
  return {
    communeCode: commune.code,
    commune: commune.name,
    provinceCode: commune.provinceCode,
    province: commune.province,
    legacyAddressText: said,
  };
}

/** "xã Thượng Minh, tỉnh Thái Nguyên" */
function sayUnit({ name, province }: { name: string; province: string }): string {
  return `${inSentence(name)}, ${inSentence(province)}`;
}

export function sayPlace({ commune, province, spot }: PlaceValue): Saying {
  return [spot, sayUnit({ name: commune, province })].filter((part) => part !== undefined).join(', ');
}

/** "Xã Mỹ Phương (huyện Ba Bể, tỉnh Bắc Kạn cũ)" */
function sayFormer({ commune, district, province }: FormerCommune): Saying {
  const area = [district, province]
    .filter((name) => name !== '')
    .map(inSentence)
    .join(', ');
  return { key: 'register:formerPlace', values: { commune, area } };
}

function labelWithFormer(commune: Commune, former: FormerCommune): Saying {
  return {
    key: 'register:placeOfFormer',
    values: {
      commune: inSentence(commune.name),
      former: inSentence(former.commune),
      district: inSentence(former.district),
    },
  };
}

function bareName(fullName: string): string {
  return fold(fullName).replace(/^(?:xa|phuong|thi tran|dac khu|huyen) /, '');
}
