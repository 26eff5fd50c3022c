/** Why a way in at the provider came to nothing, as the page of signing in tells it. */
export const providerFaults = ['away', 'busy', 'declined', 'failed', 'unknown', 'unverified'] as const;

export type ProviderFault = (typeof providerFaults)[number];

export function readProviderFault(text: string | null): ProviderFault | undefined {
  return providerFaults.find((fault) => fault === text);
}
