/**
 * The few helpers of its host program that OpenClaw's Zalo client needs to make a call, in their plainest form. All else
 * it imports from there is only needed to load it.
 */
export const resolveTimerTimeoutMs = (given: number | undefined, otherwise: number): number => given ?? otherwise;

export async function assertOkOrThrowProviderError(response: Response, label: string): Promise<void> {
  if (!response.ok) throw new Error(`${label}: HTTP ${response.status}`);
}

export const readProviderJsonResponse = (response: Response): Promise<unknown> => response.json();

export async function resolvePinnedHostnameWithPolicy(): Promise<void> {}
