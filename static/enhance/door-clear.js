// On pages of the workspace, in a browser that was at a door: nothing is kept there of events that are over.

import { clearEnded } from './door-store.js';

void clearEnded();
