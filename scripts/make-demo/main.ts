/**
 * Writes data/demo: an invented network in which everything has content.
 *
 *     node scripts/make-demo/main.ts [folder]
 *
 * What people read stands in record/ and themes/, by hand; compose/ spreads it over places and years with numbers that
 * depend on names alone, so that every run gives the same bytes.
 */
import { addAssessments } from './compose/assessments.ts';
import { addCalendar } from './compose/calendar.ts';
import { addContext } from './compose/context.ts';
import { addFrame } from './compose/codebooks.ts';
import { addContracts, planContracts } from './compose/contracts.ts';
import { addDirectory } from './compose/directory.ts';
import { addEvents } from './compose/events.ts';
import { addEvidence } from './compose/evidence.ts';
import { addFigures } from './compose/figures.ts';
import { addLibrary } from './compose/library.ts';
import { addMethodology } from './compose/methodology.ts';
import { addNeeds } from './compose/needs.ts';
import { addNetwork } from './compose/network.ts';
import { addPlaces } from './compose/places.ts';
import { followContracts, isWorked } from './compose/progress.ts';
import { addReplies } from './compose/replies.ts';
import { addSignatures } from './compose/signatures.ts';
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
const published = followContracts(contracts);
const assessments = published.filter((one) => !isWorked(one));
const revised = addAssessments(draft, assessments);
addEvidence(draft, assessments, revised);
addReplies(draft, assessments, revised);
// What was printed counts what is published by work, too.
addFigures(draft, contracts, published);
addLibrary(draft, published);
addContext(draft);
addMethodology(draft);
addDirectory(draft);
writePackage(draft, process.argv[2] ?? 'data/demo');
for (const { name } of tables) console.log(`${name}: ${draft.rows(name).length}`);
