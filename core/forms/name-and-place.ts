import { findPlace, saysMoreThanPlace } from './fields/said-place.ts';
import type { Here } from './moves.ts';

/** What stands between a name and its place; "xã" and the like belong to the place. */
const AT = /[ ,]+(?:ở|o|tại|tai) (?:(?:thôn|bản|xóm|thon|ban|xom) [^,]+, )?(?=\p{L})/giu;
const UNIT = /(?<!hợp tác|hop tac)[ ,]+(?=(?:xã|phường|thị trấn|xa|phuong|thi tran) )/giu;

const SHORTEST_NAME = 3;

/**
 * A name with where it is: of "Htx Tài Hoan ở Côn Minh" the name and the commune. Only a place that is surely meant is one;
 * without marks "o" and "tai" may be a part of the name, so what follows must be near.
 */
export function splitNameAndPlace(
  { tools }: Pick<Here, 'tools'>,
  text: string,
): { name: string; said: string; isAt: boolean; place: NonNullable<ReturnType<typeof findPlace>> } | undefined {
  const plain = text.normalize('NFC').trim();
  for (const pattern of [AT, UNIT]) {
    // "Htx tai hoan o con minh": the last of them first.
    for (const { index, 0: between } of [...plain.matchAll(pattern)].reverse()) {
      const [name, said] = [plain.slice(0, index), plain.slice(index + between.length)];
      if (name.length < SHORTEST_NAME || saysMoreThanPlace(said)) continue;
      const place = findPlace(said.replace(/[.!]+$/, ''), tools, { isNear: pattern === AT });
      if (place !== undefined) return { name, said, isAt: pattern === AT, place };
    }
  }
  return splitInFull(tools, plain);
}

/** "Xưởng rèn Phúc Sen Quảng Hoà Cao Bằng": a place that ends with its province needs no word before it. */
function splitInFull(tools: Here['tools'], plain: string): ReturnType<typeof splitNameAndPlace> {
  const words = plain.replace(/[.!]+$/, '').split(/[ ,]+/);
  if (words.length < FEWEST_IN_FULL || tools.places.find(words.slice(-2).join(' ')).kind !== 'province')
    return undefined;
  for (let length = 4; length <= Math.min(MOST_PLACE_WORDS, words.length - 2); length += 1) {
    const said = words.slice(-length).join(' ');
    const place = findPlace(said, tools);
    if (place !== undefined) return { name: words.slice(0, -length).join(' '), said, isAt: false, place };
  }
  return undefined;
}

const FEWEST_IN_FULL = 6;
const MOST_PLACE_WORDS = 6;
