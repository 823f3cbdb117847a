import { fold } from '../../../../core/text/fold.ts';

const DIGITS: Record<string, string> = {
  ...{ mot: '1', hai: '2', ba: '3', bon: '4', tu: '4', nam: '5', bay: '7', tam: '8', chin: '9', muoi: '10' },
};
const UNIT = '(?:ngay|hom|bua|tuan|thang|tieng|gio)';
const SPELLED = new RegExp(`\\b(${Object.keys(DIGITS).join('|')})(?= ${UNIT}\\b)`, 'g');
const WEEKDAYS: Record<string, string> = { hai: '2', ba: '3', tu: '4', nam: '5', sau: '6', bay: '7' };

/**
 * Folded, with the numbers before days and hours in digits, weekdays as "thu 2", dates with strokes. What only its marks
 * tell apart ("sáu", "sau") is settled before.
 */
export function spellOut(text: string): string {
  const marked = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/sáu/g, '6')
    .replace(/tối/g, 'đêm')
    .replace(/(?<!ngày )mốt/g, 'ngày mốt');
  return (
    fold(marked)
      .replace(/(\d)\s*[-.]\s*(\d{1,2})(?!\d)/g, '$1/$2')
      .replace(/[^a-z0-9/]+/g, ' ')
      // Without its marks "toi" is mostly "tôi".
      .replace(/^toi (?=mai|nay)/, 'dem ')
      .replace(/(\d|gio|h) toi (?=mai|nay|thu|ngay)/g, '$1 dem ')
      .replace(/\bthu (hai|ba|tu|nam|sau|bay)\b/g, (_, day: string) => `thu ${WEEKDAYS[day]}`)
      .replace(/\bt([2-7])\b/g, 'thu $1')
      .replace(/\b(?:cn|chu nhat)\b/g, 'thu 8')
      .replace(/\bsau(?= (?:ngay|hom|bua|tieng|gio) nua)/g, '6')
      .replace(/\bmuoi (?:lam|nham|5)(?= )/g, '15')
      .replace(/\bnua thang\b/g, '15 ngay')
      .replace(SPELLED, (word) => DIGITS[word] ?? word)
      .replace(/(\d)(ngay|hom|bua|tuan|thang|tieng|gio|h)\b/g, '$1 $2')
      .trim()
  );
}
