import { table, type Table } from '../table.ts';

/** Places, the network and its people, and contracts. */
export const placesAndContracts: readonly Table[] = [
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
];
