import { buildings } from './buildings.ts';
import { care } from './care.ts';
import { economy } from './economy.ts';
import { governance } from './governance.ts';
import { livelihoods } from './livelihoods.ts';
import { roads } from './roads.ts';
import { services } from './services.ts';
import { social } from './social.ts';
import type { Theme } from './theme.ts';
import { voice } from './voice.ts';

/** Every matter that contracts of the demonstration can hold. */
export const themes: readonly Theme[] = [
  ...roads,
  ...services,
  ...buildings,
  ...governance,
  ...voice,
  ...economy,
  ...livelihoods,
  ...social,
  ...care,
];
