/** What goes wrong with the next calls of a method. */
export type Fault =
  | { kind: 'too-many'; retryAfter: number }
  | { kind: 'status'; status: number; description?: string }
  /** Something else answers: a gateway (502), or a page of somebody's (200). */
  | { kind: 'non-json'; status?: number }
  /** The connection breaks before the call is looked at. */
  | { kind: 'drop' }
  /** The call takes effect, and then the connection breaks: nobody can know. */
  | { kind: 'drop-after' }
  | { kind: 'slow'; ms: number };

export function createFaults() {
  const planned: { method: string; fault: Fault }[] = [];
  return {
    plan: (method: string, fault: Fault, times = 1): void => {
      for (let time = 0; time < times; time += 1) planned.push({ method, fault });
    },
    take: (method: string): Fault | undefined => {
      const index = planned.findIndex((entry) => entry.method === method);
      return index < 0 ? undefined : planned.splice(index, 1)[0]?.fault;
    },
  };
}
