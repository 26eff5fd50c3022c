import { table, type Table } from '../table.ts';

/** Events, signatures, needs and forums. */
export const gatheringsAndNeeds: readonly Table[] = [
  table(
    'events',
    `kind:text!=conference|forum|focus-group|training|meeting|campaign|listening|report|hearing|interview|petition|review
     municipality:key>municipalities unit:key>administrative-units mandate:key>mandates title:localised!
     starts:partial! ends:partial starts_at:text place:localised online:boolean! participants:integer
     participants_is:text=exact|about|at-least|told summary:localised participants_note:localised
     series:text ends_at:text hall:localised access:localised languages:list interpretation:localised recording_url:text
     counted_on:date`,
  ),
  table('event-topics', 'event:key!>events position:integer! statement:localised! version:integer!'),
  table(
    'event-parties',
    `event:key!>events position:integer! role:text!=organiser|partner|supporter organisation:key>organisations
     donor:key>donors name:localised through:localised logo_sha256:text version:integer!`,
  ),
  table(
    'event-items',
    `event:key!>events position:integer! held_on:date starts_at:text ends_at:text track:localised hall:localised
     title:localised! summary:localised version:integer!`,
  ),
  table(
    'event-municipalities',
    `event:key!>events municipality:key!>municipalities attendance:text!=on-site|online|unknown
     represented_by:localised version:integer!`,
  ),
  table(
    'event-people',
    `event:key!>events person:key!>people position:integer! capacity:localised attendance:text!=on-site|online|unknown
     role:text=speaker|moderator|guest item:key>event-items organisation:key>organisations
     municipality:key>municipalities biography:localised photo_sha256:text version:integer!`,
  ),
  table(
    'event-attendance',
    `event:key!>events sex:text=women|men|not-stated age_band:text=under-18|18-29|30-44|45-64|65-plus|not-stated
     social_group:text people:integer! mode:text=on-site|online municipality:key>municipalities
     organisation_kind:text=civil-society|town-hall|state|media|business|education|donor|none|other version:integer!`,
  ),
  table('event-photos', 'event:key!>events position:integer! copy_sha256:text! alt:localised! credit:text'),
  table('photo-withdrawals', 'photo:key!>event-photos withdrawn_on:date!'),
  table(
    'event-documents',
    `event:key!>events position:integer!
     kind:text!=programme|invitation|presentation|minutes|press-release|report|other language:text! title:localised!
     url:text sha256:text copy_sha256:text version:integer!`,
  ),
  table(
    'event-texts',
    'event:key!>events kind:text!=minutes|press-release content:localised! version:integer!',
  ),
  table(
    'event-corrections',
    `event:key!>events version:integer! corrected_on:date! reason:localised!
     kind:text!=conference|forum|focus-group|training|meeting|campaign|listening|report|hearing|interview|petition|review
     title:localised! summary:localised starts:partial! ends:partial starts_at:text ends_at:text place:localised
     hall:localised access:localised online:boolean! languages:list interpretation:localised recording_url:text
     participants:integer participants_is:text=exact|about|at-least|told counted_on:date`,
  ),
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
];
