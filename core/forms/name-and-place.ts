import { findPlace, saysMoreThanPlace } from './fields/said-place.ts';
import type { Here } from './moves.ts';

/** What stands between a name and its place; "xã" and the like belong to the place. */
const AT = /[ ,]+(?:ở|o|tại|tai) (?:(?:thôn|bản|xóm|thon|ban|xom) [^,]+, )?(?=\p{L})/giu;
const UNIT = /[ ,]+(?=(?:xã|phường|thị trấn|xa|phuong|thi tran) )/giu;

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
  return undefined;
}
