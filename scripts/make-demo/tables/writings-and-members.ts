import { table, type Table } from '../table.ts';

/** Figures, the methodology, declarations, writings, the library, experiences and context. */
export const writingsAndMembers: readonly Table[] = [
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
    'version:key!>methodology-versions organisation:key!>organisations signed_on:date! signed_by:text! capacity:localised',
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
    `subject:text!=organisation|donor|grant_programme|partner|membership|funded_work|administrative_unit
     subject_key:text! number:integer! changed_on:date! before:json! after:json! reason:localised!`,
  ),
  table(
    'training-counts',
    'organisation:key!>organisations year:integer! version:integer! trainings:integer! people:integer note:localised',
  ),
  table(
    'articles',
    `municipality:key>municipalities published_on:partial title:localised! summary:localised! body:localised
     kind:text!=news|opinion|open-letter organisation:key>organisations language:text url:text publisher:text
     addressed_to:localised translation:text=follows|behind`,
  ),
  table(
    'article-versions',
    `article:key!>articles version:integer! changed_on:date! reason:localised! title:localised! summary:localised!
     body:localised addressed_to:localised translation:text=follows|behind`,
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
     call_number:text shelf:text copies:integer! withdrawn_on:date`,
  ),
  table(
    'funded-work',
    `donor:key!>donors programme:key>grant-programmes event:key>events round:key>rounds report:key>monitoring-reports
     publication:key>publications note:localised withdrawn_on:date`,
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
