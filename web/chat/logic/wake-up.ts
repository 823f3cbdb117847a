/** A wait that anybody can cut short. */
export type WakeUp = { wait: (ms: number) => Promise<void>; now: () => void };

export function createWakeUp(): WakeUp {
  let end: (() => void) | undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end?.(), ms);
        end = () => {
          clearTimeout(timer);
          end = undefined;
          resolve();
        };
      }),
    now: () => end?.(),
  };
}
