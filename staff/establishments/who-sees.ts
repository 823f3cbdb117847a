/** Who acts for which of two establishments: for the one that is kept, for the one that is merged, or for both. */
export type Sided<Who> = Who & { side: 'kept' | 'merged' | 'both' };

export function sideMembers<Who extends { personId: string }>(
  kept: readonly Who[],
  merged: readonly Who[],
): Sided<Who>[] {
  const isIn = (list: readonly Who[], { personId }: Who): boolean => list.some((each) => each.personId === personId);
  return [
    ...kept.map((who) => ({ ...who, side: isIn(merged, who) ? ('both' as const) : ('kept' as const) })),
    ...merged.filter((who) => !isIn(kept, who)).map((who) => ({ ...who, side: 'merged' as const })),
  ];
}

/** Who would see, after the merge, requests that this member saw and they did not: whom the member must be told of. */
export function newViewers<Who extends { personId: string }>(
  member: Sided<Who>,
  members: readonly Sided<Who>[],
): Sided<Who>[] {
  return members.filter(({ side }) => side !== 'both' && side !== member.side);
}
