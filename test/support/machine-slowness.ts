/** What the work below took of the processor where the limits that are told in seconds were measured. */
const MEASURED_MS = 210;
const WORDS = 150_000;

/**
 * How many times slower this machine is, at this moment, than the one on which a limit was measured; never less than 1.
 * Two busy cores that share one cost each other half: what a test may take grows by as much.
 */
export function machineSlowness(): number {
  const before = process.cpuUsage();
  const counts = new Map<string, number>();
  for (let n = 0; n < WORDS; n += 1) {
    const word = `miến dong ${(n * 7919) % 100_003}`.normalize('NFD').replace(/\p{M}/gu, '');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  [...counts.keys()].sort();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1000 / MEASURED_MS);
}
