import { type Chance, mixText } from './chance.ts';

/** How a platform fares today: of a hundred calls, how many go wrong. */
export type Weather = { zalo: number; telegram: number };

type Trouble = 'refuses-for-now' | 'lost-after-delivery' | 'lost-before' | 'gateway' | 'rations' | 'none';

const TROUBLES: Readonly<Record<'zalo' | 'telegram', Readonly<Record<Exclude<Trouble, 'none'>, number>>>> = {
  zalo: { 'refuses-for-now': 5, 'lost-after-delivery': 3, 'lost-before': 2, gateway: 1, rations: 0.3 },
  telegram: { 'refuses-for-now': 4, 'lost-after-delivery': 3, 'lost-before': 2, gateway: 2, rations: 3 },
};

/** Mostly fair, some rain, and now and then a day on which every third call goes wrong. */
export function drawWeather(chance: Chance): Weather {
  const one = (): number => chance.pick([0, 0, 0, 1, 1, 3, 8, 35]);
  return { zalo: one(), telegram: one() };
}

/**
 * What becomes of one call. It depends on who it is for and on how many calls came for them before, and on nothing else: so a
 * seed means the same whichever of two messages leaves a moment earlier.
 */
export function troubleOf(
  platform: 'zalo' | 'telegram',
  { seed, who, call, percent }: { seed: number; who: string; call: number; percent: number },
): Trouble {
  const draw = mixText(mixText(seed, platform), `${who}/${call}`) % 10_000;
  if (draw >= percent * 100) return 'none';
  const kinds = TROUBLES[platform];
  const sum = Object.values(kinds).reduce((total, weight) => total + weight, 0);
  let left = ((mixText(seed, `${platform}/kind/${who}/${call}`) % 10_000) / 10_000) * sum;
  for (const kind of ['refuses-for-now', 'lost-after-delivery', 'lost-before', 'gateway', 'rations'] as const) {
    left -= kinds[kind];
    if (left < 0) return kind;
  }
  return 'none';
}
