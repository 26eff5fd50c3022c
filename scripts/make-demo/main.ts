/**
 * Writes data/demo: an invented network in which everything has content.
 *
 *     node scripts/make-demo/main.ts [folder]
 *
 * What people read stands in record/ and themes/, by hand; build/ spreads it over places and years with numbers that
 * depend on names alone, so that every run gives the same bytes.
 */
import { addAssessments } from './build/assessments.ts';
import { addCalendar } from './build/calendar.ts';
import { addFrame } from './build/codebooks.ts';
import { addContracts, planContracts } from './build/contracts.ts';
import { addEvents } from './build/events.ts';
import { addEvidence } from './build/evidence.ts';
import { addFigures } from './build/figures.ts';
import { addLibrary } from './build/library.ts';
import { addNeeds } from './build/needs.ts';
import { addNetwork } from './build/network.ts';
import { addPlaces } from './build/places.ts';
import { followContracts } from './build/progress.ts';
import { addReplies } from './build/replies.ts';
import { addSignatures } from './build/signatures.ts';
import { emptyDraft, writePackage } from './package.ts';
import { tables } from './tables.ts';

const draft = emptyDraft();
addFrame(draft);
addPlaces(draft);
addNetwork(draft);
addCalendar(draft);
const contracts = planContracts();
addContracts(draft, contracts);
addEvents(draft);
addSignatures(draft, contracts);
addNeeds(draft);
const assessments = followContracts(contracts);
const revised = addAssessments(draft, assessments);
addEvidence(draft, assessments, revised);
addReplies(draft, assessments, revised);
addFigures(draft, contracts, assessments);
addLibrary(draft, assessments);
writePackage(draft, process.argv[2] ?? 'data/demo');
for (const { name } of tables) console.log(`${name}: ${draft.rows(name).length}`);
