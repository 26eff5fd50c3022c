import { table, type Table } from '../table.ts';

/** Codebooks, rounds, evidence, replies, disputes and reports. */
export const monitoring: readonly Table[] = [
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
];
