/** The name that was likely meant: within two slips, one of a short one. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const most = typed.length > 4 ? 2 : 1;
  const [first] = names
    .map((name) => ({ name, slips: slipsBetween(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.slips - other.slips);
  return first !== undefined && first.slips <= most ? first.name : undefined;
}

/** How many letters must be added, left out or changed. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, wanted] of [...other].entries()) {
      const change = (row[to] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(change, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
