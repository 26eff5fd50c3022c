export type ColumnType =
  'key' | 'text' | 'localised' | 'integer' | 'number' | 'boolean' | 'date' | 'partial' | 'list' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
  /** Table whose `id` stands here, for type 'key'. */
  refers?: string;
  /** The values allowed. */
  among?: readonly string[];
}

export interface Table {
  /** Name of the file, without .csv. */
  name: string;
  columns: readonly Column[];
}

/** 'county:key!>counties', 'state:text!=invited|pledged': `!` required, `>` refers to, `=` one of. */
function column(text: string): Column {
  const [, name = '', type = '', bang, refers, among] =
    /^(\w+):(\w+)(!)?(?:>([\w-]+))?(?:=(.+))?$/.exec(text) ?? [];
  const known = columnTypes.find((one) => one === type);
  if (!known) throw new Error(`Not a column: ${text}`);
  return {
    name,
    type: known,
    required: bang !== undefined,
    ...(refers ? { refers } : {}),
    ...(among ? { among: among.split('|') } : {}),
  };
}

const columnTypes = [
  'key',
  'text',
  'localised',
  'integer',
  'number',
  'boolean',
  'date',
  'partial',
  'list',
  'json',
] as const;

function table(name: string, columns: string): Table {
  return { name, columns: columns.trim().split(/\s+/).map(column) };
}

/** The files of the package: after `id`, the columns of each table in the migrations' order; `sources` comes last. */
export const tables: readonly Table[] = [
  table(
    'sources',
    'title:text! publisher:text url:text language:text published_on:partial licence:text note:localised',
  ),
  table(
    'counties',
    'name:text! full_name:localised! code:text iso_3166_2:text nuts3:text hasc:text wikidata:text geonames_id:integer seat:text',
  ),
  table(
    'municipalities',
    `county:key!>counties name:text! aliases:list code:text lau_code:text hasc:text wof_id:integer geonames_id:integer
     electoral_code:text seat:text area_km2:number voters:integer voters_year:integer longitude:number! latitude:number!`,
  ),
  table(
    'administrative-units',
    `municipality:key!>municipalities name:text! aliases:list code:text former_district:text voters:integer
     voters_year:integer area_km2:number longitude:number latitude:number`,
  ),
  table(
    'populations',
    'county:key>counties municipality:key>municipalities unit:key>administrative-units year:integer! people:integer!',
  ),
  table(
    'organisations',
    'name:localised! aliases:list seat:text founded:partial url:text about:localised areas:localised people:localised',
  ),
  table(
    'memberships',
    `organisation:key!>organisations municipality:key>municipalities role:text!=coordinator|member since:partial
     until:partial note:localised`,
  ),
  table('donors', 'name:localised! url:text through:localised note:localised'),
  table('grant-programmes', 'donor:key!>donors name:localised! starts:partial ends:partial note:localised'),
  table('people', 'name:text!'),
  table(
    'posts',
    `person:key!>people municipality:key!>municipalities
     office:text!=mayor|acting-mayor|deputy-mayor|council-chair|council-secretary since:partial until:partial
     seen_on:partial elected_on:date note:localised`,
  ),
  table('mandates', 'starts:partial! ends:partial!'),
  table(
    'elections',
    `mandate:key>mandates municipality:key>municipalities kind:text!=general|partial|rerun held_on:partial!
     note:localised`,
  ),
  table('fields', 'name:localised! position:integer!'),
  table(
    'contracts',
    `municipality:key!>municipalities mandate:key!>mandates starts:partial ends:partial binding_language:text
     priority_count:integer priority_count_is:text=exact|at-least note:localised text_version:integer
     text_sha256:text published_on:date pdf_sq_sha256:text pdf_en_sha256:text`,
  ),
  table(
    'priorities',
    `contract:key!>contracts field:key!>fields position:integer! number:text heading:localised statement:localised!
     field_basis:text!=stated|inferred coverage:text!=municipality|units|listed note:localised directorate:text
     untested_reason:localised`,
  ),
  table('priority-places', 'priority:key!>priorities unit:key!>administrative-units locality:text'),
  table(
    'components',
    `priority:key!>priorities position:integer! statement:localised! shown_by:localised due:partial
     testable:text!=yes|partly|no competence:text!=own|shared|national`,
  ),
  table(
    'amendments',
    `priority:key!>priorities number:integer! organisation:key!>organisations statement:localised! reason:localised!
     proposed_on:date! holds_from:date!`,
  ),
  table(
    'amendment-answers',
    `amendment:key!>amendments side:text!=organisation|municipality answer:text!=signed|declined answered_on:date!
     capacity:text! person:key>people reason:localised scan_sha256:text scan_copy_sha256:text`,
  ),
  table(
    'election-winners',
    `contract:key!>contracts number:integer! person:key!>people elected_on:date! party:text reason:localised`,
  ),
  table(
    'events',
    `kind:text!=conference|forum|focus-group|training|meeting|campaign|listening|report|hearing|interview|petition|review
     municipality:key>municipalities unit:key>administrative-units mandate:key>mandates title:localised!
     starts:partial! ends:partial starts_at:text place:localised online:boolean! participants:integer
     participants_is:text=exact|about|at-least summary:localised participants_note:localised
     series:text ends_at:text hall:localised access:localised languages:list interpretation:localised recording_url:text`,
  ),
  table('event-topics', 'event:key!>events position:integer! statement:localised!'),
  table(
    'event-parties',
    `event:key!>events position:integer! role:text!=organiser|partner|supporter organisation:key>organisations
     donor:key>donors name:localised through:localised logo_sha256:text`,
  ),
  table(
    'event-items',
    `event:key!>events position:integer! held_on:date starts_at:text ends_at:text track:localised hall:localised
     title:localised! summary:localised`,
  ),
  table(
    'event-municipalities',
    `event:key!>events municipality:key!>municipalities attendance:text!=on-site|online|unknown
     represented_by:localised`,
  ),
  table(
    'event-people',
    `event:key!>events person:key!>people position:integer! capacity:localised attendance:text!=on-site|online|unknown
     role:text=speaker|moderator|guest item:key>event-items organisation:key>organisations
     municipality:key>municipalities biography:localised photo_sha256:text`,
  ),
  table(
    'event-attendance',
    `event:key!>events sex:text=women|men|not-stated age_band:text=under-18|18-29|30-44|45-64|65-plus|not-stated
     social_group:text people:integer! mode:text=on-site|online municipality:key>municipalities
     organisation_kind:text=civil-society|town-hall|state|media|business|education|donor|none|other`,
  ),
  table('event-photos', 'event:key!>events position:integer! copy_sha256:text! alt:localised! credit:text'),
  table('photo-withdrawals', 'photo:key!>event-photos withdrawn_on:date!'),
  table(
    'event-documents',
    `event:key!>events position:integer!
     kind:text!=programme|invitation|presentation|minutes|press-release|report|other language:text! title:localised!
     url:text sha256:text copy_sha256:text`,
  ),
  table('event-texts', 'event:key!>events kind:text!=minutes|press-release content:localised!'),
  table(
    'conclusions',
    'event:key!>events position:integer! statement:localised! followed_up_by:localised due_on:partial',
  ),
  table('conclusion-followers', 'conclusion:key!>conclusions organisation:key!>organisations'),
  table(
    'signatures',
    `contract:key!>contracts state:text!=invited|pledged|signed|declined|no-answer|expected
     signatory:text!=candidate|mayor|council|organisation|unknown person:key>people organisation:key>organisations
     event:key>events occurred_on:partial expected_on:partial known_by:date place:localised reason:localised
     scan_sha256:text note:localised party:text witness:text scan_copy_sha256:text`,
  ),
  table(
    'signature-corrections',
    'signature:key!>signatures replacement:key>signatures corrected_on:date! reason:localised!',
  ),
  table(
    'needs',
    `municipality:key!>municipalities unit:key>administrative-units mandate:key>mandates field:key>fields
     event:key>events
     channel:text!=focus-group|community-meeting|interest-group|door-to-door|online|questionnaire|monitoring-meeting|report-presentation|budget-hearing|forum
     statement:localised! place:text voiced_on:partial note:localised field_basis:text=stated|inferred
     spoken_in:text original:text speaker:text`,
  ),
  table(
    'need-corrections',
    'need:key!>needs version:integer! statement:localised! reason:localised! corrected_on:date!',
  ),
  table(
    'conclusion-outcomes',
    `conclusion:key!>conclusions dated:partial! statement:localised! contract:key>contracts priority:key>priorities
     signature:key>signatures completes:boolean!`,
  ),
  table(
    'issue-scores',
    `municipality:key!>municipalities mandate:key!>mandates edition:integer! published_on:date! form:text!
     position:integer! field:key!>fields issue:localised! unit:key>administrative-units sex:text=women|men
     scale_least:integer! scale_most:integer! cards:integer! mean:number! deviation:number! lower_quartile:number!
     median:number! upper_quartile:number!`,
  ),
  table(
    'compilations',
    `contract:key!>contracts method:text=ranking|approval|support decided_on:partial voices:integer note:text
     needs:integer! needs_waiting:integer!`,
  ),
  table(
    'compiled-candidates',
    `contract:key!>contracts priority:key>priorities field:key>fields position:integer! place:integer! title:localised!
     score:text needs:integer! sessions:integer! units:integer! people:integer women:integer men:integer`,
  ),
  table(
    'need-placements',
    'contract:key!>contracts need:key!>needs candidate:key>compiled-candidates reason:localised',
  ),
  table('priority-needs', 'priority:key!>priorities need:key!>needs'),
  table(
    'election-candidates',
    `municipality:key!>municipalities mandate:key!>mandates election:key>elections person:key!>people party:text
     coalition:text withdrawn_on:date`,
  ),
  table(
    'forums',
    `event:key!>events moderators:text slot_seconds:integer! lot_method:text=program|on-site lot_seed:text
     lot_drawn_by:text lot_drawn_on:date lot_drawn_at:text`,
  ),
  table(
    'forum-candidates',
    `forum:key!>forums candidate:key!>election-candidates position:integer! attendance:text=present|absent
     spoken_seconds:integer`,
  ),
  table(
    'forum-priorities',
    `forum:key!>forums position:integer! field:key!>fields priority:key>priorities number:text heading:localised
     statement:localised!`,
  ),
  table(
    'candidate-answers',
    `forum_priority:key!>forum-priorities candidate:key!>election-candidates version:integer!
     answer:text!=agrees|reservation|declines|absent|no-answer words:localised reason:localised given_on:date!`,
  ),
  table(
    'forum-questions',
    `forum:key!>forums position:integer! field:key>fields forum_priority:key>forum-priorities question:localised!
     asked:text!=before|during asked_on:date! supports:integer votes:integer`,
  ),
  table(
    'question-answers',
    `question:key!>forum-questions candidate:key!>election-candidates version:integer! answer:localised!
     reason:localised`,
  ),
  table('codebooks', 'name:localised! about:localised! valid_from:partial! mapping:json!'),
  table(
    'codebook-codes',
    `codebook:key!>codebooks code:text! position:integer! rank:integer name:localised! definition:localised!
     entry_rule:localised requires:json`,
  ),
  table(
    'rounds',
    'mandate:key!>mandates codebook:key!>codebooks number:integer! starts:partial! ends:partial! published_on:partial',
  ),
  table(
    'statuses',
    `priority:key!>priorities round:key!>rounds version:integer! kind:text!=assessment|correction|dispute
     status:text!=fully|partly|not|no-data|not-assessable initiated:boolean! late:boolean! reversed:boolean!
     contested:boolean! blocked_by:text=national-government|court|council|funds rationale:localised reason:localised
     published_on:partial`,
  ),
  table(
    'component-codes',
    `component:key!>components round:key!>rounds version:integer! code:text! rationale:localised
     basis:text=agreement|adjudication|reply earlier_code:text reason:localised`,
  ),
  table(
    'evidence',
    `priority:key!>priorities component:key>components round:key!>rounds class:text!=E1|E2|E3|E4|E5
     stance:text!=supports|contradicts|neutral dated:partial! title:localised! publisher:text url:text sha256:text
     kind:text=photo|document|link|council-decision|budget-line|procurement|information-request|meeting|observation|statement details:json copy_sha256:text
     alt:localised binding_language:text=sq|en`,
  ),
  table('evidence-components', 'evidence:key!>evidence component:key!>components'),
  table('code-evidence', 'component_code:key!>component-codes evidence:key!>evidence'),
  table(
    'round-agreements',
    `round:key!>rounds edition:integer! units:integer! agreed:integer! kappa:number alpha:number alpha_low:number
     alpha_high:number computed_on:date!`,
  ),
  table(
    'agreement-pairs',
    'agreement:key!>round-agreements first_code:text! second_code:text! units:integer!',
  ),
  table(
    'replies',
    `municipality:key!>municipalities round:key!>rounds priority:key>priorities requested_on:date! due_on:date!
     replied_on:date person:key>people capacity:localised answer:localised way:text=link|account|paper|e-mail
     answered_by:text`,
  ),
  table(
    'reply-attachments',
    'reply:key!>replies position:integer! title:text! sha256:text! copy_sha256:text',
  ),
  table(
    'reply-actions',
    'reply:key!>replies priority:key!>priorities position:integer! statement:localised! due_on:partial!',
  ),
  table(
    'reply-code-changes',
    'reply:key!>replies component:key!>components code_before:text! code_after:text! reason:localised!',
  ),
  table(
    'disputes',
    `priority:key!>priorities round:key!>rounds version:integer!
     ground:text!=factual-error|new-evidence|wording|not-our-competence statement:localised! received_on:date! due_on:date!`,
  ),
  table(
    'dispute-decisions',
    `dispute:key!>disputes decided_on:date! outcome:text!=upheld|partly-upheld|rejected|withdrawn
     reason:localised!`,
  ),
  table(
    'monitoring-reports',
    `round:key!>rounds municipality:key>municipalities edition:integer! published_on:date! foreword:localised
     lessons:localised`,
  ),
  table('report-files', 'report:key!>monitoring-reports language:text!=sq|en sha256:text! data_sha256:text!'),
  table(
    'published-figures',
    `measure:text!=priorities|fully|partly|not|addressed|contracts|signed|expected|municipalities|focus-groups|forums|citizens-met|people-reached
     municipality:key>municipalities mandate:key>mandates round:key>rounds value:number! unit:text!=count|percent
     qualifier:text!=exact|about|over|at-least out_of:integer dated:partial label:localised! note:localised`,
  ),
  table(
    'methodology-versions',
    'number:integer! published_on:date! text:localised! changes:localised sha256:text!',
  ),
  table(
    'methodology-signatures',
    'version:key!>methodology-versions organisation:key!>organisations signed_on:date! signed_by:text! capacity:text',
  ),
  table(
    'declarations',
    'organisation:key!>organisations year:integer! version:integer! declared_on:date! interests:localised! reason:localised',
  ),
  table(
    'declared-funding',
    `declaration:key!>declarations position:integer! funder:text!
     band:text=under-10000|10000-50000|50000-200000|over-200000 amount:integer currency:text`,
  ),
  table(
    'partners',
    `name:localised! kind:text!=civil-society|public-body|education|media|international|business|other url:text
     since:partial until:partial together:localised!`,
  ),
  table(
    'directory-changes',
    `subject:text!=organisation|donor|grant_programme|partner|membership subject_key:text! number:integer! changed_on:date!
     before:json! after:json! reason:localised!`,
  ),
  table(
    'training-counts',
    'organisation:key!>organisations year:integer! version:integer! trainings:integer! people:integer note:localised',
  ),
  table(
    'articles',
    `municipality:key>municipalities published_on:partial title:localised! summary:localised! body:localised
     kind:text!=news|opinion|open-letter organisation:key>organisations language:text url:text publisher:text
     addressed_to:localised`,
  ),
  table(
    'article-versions',
    `article:key!>articles version:integer! changed_on:date! reason:localised! title:localised! summary:localised!
     body:localised addressed_to:localised`,
  ),
  table(
    'article-people',
    'article:key!>articles version:integer! part:text!=author|signatory position:integer! name:text! person:key>people capacity:text',
  ),
  table(
    'article-pictures',
    'article:key!>articles version:integer! position:integer! sha256:text! alt:localised! credit:text!',
  ),
  table(
    'letter-answers',
    'article:key!>articles position:integer! answered_on:partial! by:text! answer:localised! url:text',
  ),
  table(
    'publications',
    `kind:text!=report|analysis|manual|contract|conference|book|other municipality:key>municipalities round:key>rounds
     organisation:key>organisations published_on:partial title:localised! summary:localised language:text url:text
     version:integer! first:key>publications reason:localised corrected_on:date other_languages:list publisher:text
     place:text series:text subjects:list isbn:text doi:text pages:integer licence:text`,
  ),
  table(
    'publication-authors',
    `publication:key!>publications position:integer! role:text!=author|editor name:text! person:key>people
     organisation:key>organisations`,
  ),
  table(
    'publication-files',
    'publication:key!>publications position:integer! language:text! sha256:text! pages:integer',
  ),
  table(
    'catalogue-items',
    `organisation:key!>organisations kind:text!=book|report|manual|periodical|other title:text! authors:list publisher:text
     place:text published_on:partial language:text series:text subjects:list isbn:text doi:text pages:integer
     call_number:text shelf:text copies:integer!`,
  ),
  table(
    'funded-work',
    `donor:key!>donors programme:key>grant-programmes event:key>events round:key>rounds report:key>monitoring-reports
     publication:key>publications note:localised`,
  ),
  table(
    'experiences',
    `municipality:key!>municipalities organisation:key>organisations field:key>fields published_on:date!
     title:localised! summary:localised! body:localised problem:localised context:localised done:localised
     cost_amount:integer cost_currency:text cost_note:localised result:localised lessons:localised
     contact_name:text contact_email:text contact_phone:text`,
  ),
  table(
    'experience-corrections',
    `experience:key!>experiences version:integer! corrected_on:date! reason:localised! title:localised!
     summary:localised! body:localised problem:localised context:localised done:localised cost_amount:integer
     cost_currency:text cost_note:localised result:localised lessons:localised`,
  ),
  table('experience-priorities', 'experience:key!>experiences priority:key!>priorities'),
  table('experience-evidence', 'experience:key!>experiences evidence:key!>evidence'),
  table(
    'experience-tries',
    `experience:key!>experiences municipality:key!>municipalities organisation:key>organisations version:integer!
     state:text!=wants|tried outcome:text=worked|partly|did-not-work said_on:date! statement:localised!
     learned_from:key>municipalities reason:localised`,
  ),
  table(
    'context-periods',
    `name:text! version:integer! kind:text!=challenge|disaster|epidemic|crisis state:text!=stands|withdrawn
     starts:partial! ends:partial ends_is:text!=known|at-least|ongoing|unknown title:localised! summary:localised
     reason:localised published_on:date`,
  ),
  table('context-municipalities', 'period:key!>context-periods municipality:key!>municipalities'),
];
