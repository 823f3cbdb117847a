type Place = { commune: string; province: string };
type Commune<One extends Place> = { place: string; people: Omit<One, keyof Place>[] };

/** In the order in which they come: by the name of the commune, those of whom none is known first. */
export function byCommune<One extends Place>(people: One[]): Commune<One>[] {
  const groups = new Map<string, Commune<One>>();
  for (const one of people) {
    const place = placeOf(one);
    const { commune: _, province: __, ...rest } = one;
    const group = groups.get(place) ?? { place, people: [] };
    groups.set(place, group);
    group.people.push(rest);
  }
  return [...groups.values()];
}

export const placeOf = ({ commune, province }: Place): string => [commune, province].filter(Boolean).join(', ');
