// Made from the database by `npm run db:types`: change a migration, not this file.
import type { Localised } from '#i18n/languages.ts';
import type { ColumnType, Generated } from 'kysely';

export type Json = ColumnType<unknown, string, string>;
/** Read as an object, written as JSON text. */
export type LocalisedColumn = ColumnType<Localised, string, string>;
/** The same of columns that say themselves what stands where nothing is given. */
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;
export type LocalisedColumnWithDefault = ColumnType<Localised, string | undefined, string>;

export interface Account {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  language: Generated<'sq' | 'en'>;
  second_factor: Generated<boolean>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AccountLink {
  id: string;
  account_id: string;
  purpose: 'sign-in' | 'password' | 'email';
  token_hash: Buffer;
  email: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface AdministrativeUnit {
  id: string;
  key: string;
  municipality_id: string;
  name: string;
  aliases: Generated<string[]>;
  code: string | null;
  former_district: string | null;
  voters: number | null;
  voters_year: number | null;
  area_km2: number | null;
  longitude: number | null;
  latitude: number | null;
}

export interface Amendment {
  id: string;
  key: string;
  priority_id: string;
  number: number;
  organisation_id: string;
  statement: LocalisedColumn;
  reason: LocalisedColumn;
  proposed_on: string;
  holds_from: string;
}

export interface AmendmentAnswer {
  id: string;
  key: string;
  amendment_id: string;
  side: 'organisation' | 'municipality';
  answer: 'signed' | 'declined';
  answered_on: string;
  capacity: string;
  person_id: string | null;
  reason: LocalisedColumn | null;
  scan_sha256: string | null;
  scan_copy_sha256: string | null;
}

export interface AnnouncedAction {
  id: string;
  request_id: string;
  priority_id: string;
  statement: string;
  translation: Generated<string>;
  due_on: string;
  added_at: Date;
}

export interface ApprovalCount {
  municipality_id: string;
  poll_id: string;
  candidate_id: string;
  approvals: number;
}

export interface ApprovalPoll {
  municipality_id: string;
  id: string;
  mandate_id: string;
  held_on: string;
  place: string;
  ballots: number;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface Article {
  id: string;
  key: string;
  municipality_id: string | null;
  published_on: string | null;
  title: LocalisedColumn;
  summary: LocalisedColumn;
  body: LocalisedColumn | null;
  kind: Generated<'news' | 'opinion' | 'open-letter'>;
  organisation_id: string | null;
  language: string | null;
  url: string | null;
  publisher: string | null;
  addressed_to: LocalisedColumn | null;
  translation: 'follows' | 'behind' | null;
}

export interface ArticleDraft {
  id: string;
  municipality_id: string | null;
  organisation_id: string | null;
  content: Json;
  content_version: Generated<number>;
  version: Generated<number>;
  written_by: string;
  written_at: Date;
  handed_in_version: number | null;
  sent_back: Generated<string>;
  reviewed: Json | null;
  reviewed_version: number | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  publish_at: Date | null;
  scheduled_by: string | null;
  published_version: number | null;
  article_id: string | null;
  dropped_at: Date | null;
}

export interface ArticleDraftPicture {
  id: string;
  draft_id: string;
  position: number;
  original_sha256: string;
  copy_sha256: string;
  alt_sq: string;
  alt_en: string;
  credit: string;
}

export interface ArticlePerson {
  id: string;
  key: string;
  article_id: string;
  version: number;
  part: 'author' | 'signatory';
  position: number;
  name: string;
  person_id: string | null;
  capacity: string | null;
}

export interface ArticlePicture {
  id: string;
  key: string;
  article_id: string;
  version: number;
  position: number;
  sha256: string;
  alt: LocalisedColumn;
  credit: string;
}

export interface ArticleVersion {
  id: string;
  key: string;
  article_id: string;
  version: number;
  changed_on: string;
  reason: LocalisedColumn;
  title: LocalisedColumn;
  summary: LocalisedColumn;
  body: LocalisedColumn | null;
  addressed_to: LocalisedColumn | null;
  translation: 'follows' | 'behind' | null;
}

export interface AskedQuestion {
  municipality_id: string;
  id: string;
  forum_id: string;
  statement: string;
  language: Generated<'sq' | 'en'>;
  field_id: string | null;
  item_id: string | null;
  asked: 'before' | 'during';
  state: Generated<'waiting' | 'shown' | 'withheld'>;
  withheld_note: Generated<string>;
  votes: number | null;
  once: string;
  question_id: string | null;
  created_at: Generated<Date>;
}

export interface Assessment {
  id: string;
  round_plan_id: string;
  municipality_id: string;
  contract_id: string;
  organisation_id: string;
  stage: Generated<'evidence' | 'coding' | 'adjudication' | 'settled' | 'reply' | 'reading' | 'prepared' | 'published'>;
  prepared_by: string | null;
  prepared_at: Date | null;
  publish_at: Date | null;
  published_by: string | null;
  published_at: Date | null;
  version: Generated<number>;
}

export interface AuditEvent {
  id: string;
  happened_at: Generated<Date>;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  reason: string | null;
  before: Json | null;
  after: Json | null;
  request_id: string | null;
  municipality_id: string | null;
}

export interface Authenticator {
  account_id: string;
  sealed_key: string;
  created_at: Date;
  confirmed_at: Date | null;
  last_step: Generated<number>;
}

export interface Candidacy {
  id: string;
  municipality_id: string;
  mandate_id: string;
  name: string;
  party: Generated<string>;
  coalition: Generated<string>;
  source_title: string;
  source_url: Generated<string>;
  withdrawn_on: string | null;
  candidate_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface CandidateAnswer {
  id: string;
  key: string;
  forum_priority_id: string;
  candidate_id: string;
  version: number;
  answer: 'agrees' | 'reservation' | 'declines' | 'absent' | 'no-answer';
  words: LocalisedColumn | null;
  reason: LocalisedColumn | null;
  given_on: string;
}

export interface CandidateOrder {
  municipality_id: string;
  mandate_id: string;
  number: number;
  id: string;
  method: 'ranking' | 'approval' | 'support';
  voices: number;
  result: Json;
  note: Generated<string>;
  decided_by: string;
  decided_at: Generated<Date>;
}

export interface CandidatePriority {
  id: string;
  municipality_id: string;
  mandate_id: string;
  field_id: string | null;
  title: string;
  retired: Generated<boolean>;
  merged_into: string | null;
  needs: Generated<number>;
  sessions: Generated<number>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  title_language: Generated<'sq' | 'en'>;
  title_other: Generated<string>;
}

export interface CandidateRanking {
  municipality_id: string;
  mandate_id: string;
  account_id: string;
  ranked: string[];
  saved_at: Generated<Date>;
}

export interface Card {
  id: string;
  municipality_id: string;
  session_id: string;
  form_id: string;
  number: number;
  unit_id: string | null;
  sex: 'women' | 'men' | null;
  age_band: 'under-18' | '18-29' | '30-44' | '45-64' | '65-plus' | null;
  scores: (number | null)[];
  entered_by: string | null;
  entered_at: Date;
  version: Generated<number>;
}

export interface CardBatch {
  session_id: string;
  municipality_id: string;
  form_id: string;
  second_every: Generated<number>;
  top_issues: Generated<(number | null)[]>;
  version: Generated<number>;
}

export interface CardForm {
  id: string;
  key: string;
  edition: number;
  name: LocalisedColumn;
  scale_least: number;
  scale_most: number;
  scale_labels: Json;
  valid_from: string;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface CardIssue {
  form_id: string;
  position: number;
  field_id: string;
  statement: LocalisedColumn;
}

export interface CardSecondEntry {
  municipality_id: string;
  card_id: string;
  first_scores: (number | null)[];
  second_scores: (number | null)[];
  entered_by: string | null;
  entered_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
}

export interface CatalogueItem {
  id: string;
  key: string;
  organisation_id: string;
  kind: 'book' | 'report' | 'manual' | 'periodical' | 'other';
  title: string;
  authors: Generated<string[]>;
  publisher: string | null;
  place: string | null;
  published_on: string | null;
  language: string | null;
  series: string | null;
  subjects: Generated<string[]>;
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  call_number: string | null;
  shelf: string | null;
  copies: Generated<number>;
  withdrawn_on: string | null;
}

export interface Citation {
  subject_id: string;
  subject_kind: string;
  source_id: string;
  position: number;
}

export interface Codebook {
  id: string;
  key: string;
  name: LocalisedColumn;
  about: LocalisedColumn;
  valid_from: string;
  mapping: Json;
}

export interface CodebookCode {
  id: string;
  key: string;
  codebook_id: string;
  code: string;
  position: number;
  rank: number | null;
  name: LocalisedColumn;
  definition: LocalisedColumn;
  entry_rule: LocalisedColumn | null;
  requires: Json | null;
}

export interface Coding {
  task_id: string;
  seat: number;
  account_id: string;
  code: string | null;
  rationale: Generated<string>;
  language: Generated<'sq' | 'en'>;
  submitted_at: Date | null;
  version: Generated<number>;
  updated_at: Generated<Date>;
}

export interface CodingCommitment {
  task_id: string;
  seat: number;
  sha256: string;
  salt: string;
  committed_at: Date;
}

export interface CodingEvidence {
  task_id: string;
  seat: number;
  municipality_id: string;
  item_id: string;
}

export interface CodingSearch {
  task_id: string;
  seat: number;
  position: number;
  looked_in: string;
  asked: Generated<string>;
  searched_on: string;
}

export interface CodingSeat {
  task_id: string;
  seat: number;
  account_id: string;
  organisation_id: string;
  assigned_by: string | null;
  assigned_at: Generated<Date>;
}

export interface CodingTask {
  id: string;
  assessment_id: string;
  municipality_id: string;
  component_id: string;
  monitor_id: string | null;
  version: Generated<number>;
}

export interface Compilation {
  id: string;
  key: string;
  contract_id: string;
  method: 'ranking' | 'approval' | 'support' | null;
  decided_on: string | null;
  voices: number | null;
  note: string | null;
  needs: number;
  needs_waiting: number;
}

export interface CompiledCandidate {
  id: string;
  key: string;
  contract_id: string;
  priority_id: string | null;
  field_id: string | null;
  position: number;
  place: number;
  title: LocalisedColumn;
  score: string | null;
  needs: number;
  sessions: number;
  units: number;
  people: number | null;
  women: number | null;
  men: number | null;
}

export interface CompiledNeed {
  municipality_id: string;
  need_id: string;
  candidate_id: string | null;
  set_aside_reason: string | null;
  step: number | null;
  reason_language: Generated<'sq' | 'en'>;
  reason_other: Generated<string>;
}

export interface CompilingBoard {
  municipality_id: string;
  mandate_id: string;
  steps: Generated<number>;
  grouped: Generated<number>;
  aside: Generated<number>;
}

export interface CompilingStep {
  municipality_id: string;
  mandate_id: string;
  number: number;
  id: string;
  kind: 'create' | 'place' | 'split' | 'merge' | 'rename' | 'release' | 'set-aside' | 'dissolve' | 'undo';
  candidate_id: string | null;
  before: Json;
  after: Json;
  reason: string | null;
  undoes: number | null;
  taken_by: string;
  taken_at: Generated<Date>;
}

export interface Component {
  id: string;
  key: string;
  priority_id: string;
  position: number;
  statement: LocalisedColumn;
  shown_by: LocalisedColumn | null;
  due: string | null;
  testable: 'yes' | 'partly' | 'no';
  competence: 'own' | 'shared' | 'national';
}

export interface ComponentCode {
  id: string;
  key: string;
  component_id: string;
  round_id: string;
  version: Generated<number>;
  code: string;
  rationale: LocalisedColumn | null;
  basis: 'agreement' | 'adjudication' | 'reply' | null;
  earlier_code: string | null;
  reason: LocalisedColumn | null;
}

export interface ComponentCodeEvidence {
  id: string;
  key: string;
  component_code_id: string;
  evidence_id: string;
}

export interface Conclusion {
  id: string;
  key: string;
  event_id: string;
  position: number;
  statement: LocalisedColumn;
  followed_up_by: LocalisedColumn | null;
  due_on: string | null;
}

export interface ConclusionFollower {
  id: string;
  key: string;
  conclusion_id: string;
  organisation_id: string;
}

export interface ConclusionOutcome {
  id: string;
  key: string;
  conclusion_id: string;
  dated: string;
  statement: LocalisedColumn;
  contract_id: string | null;
  priority_id: string | null;
  signature_id: string | null;
  completes: Generated<boolean>;
}

export interface ConflictOfInterest {
  id: string;
  account_id: string;
  municipality_id: string;
  priority_id: string | null;
  since: string;
  until: string | null;
  reason: string;
  declared_by: string | null;
  declared_at: Generated<Date>;
}

export interface ContextDraft {
  id: string;
  corrects: string | null;
  kind: 'challenge' | 'disaster' | 'epidemic' | 'crisis';
  state: 'stands' | 'withdrawn';
  starts: string;
  ends: string | null;
  ends_is: 'known' | 'at-least' | 'ongoing' | 'unknown';
  title: LocalisedColumn;
  summary: LocalisedColumn;
  municipality_ids: Generated<string[]>;
  sources: JsonWithDefault;
  reason: LocalisedColumnWithDefault;
  period_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface ContextMunicipality {
  id: string;
  key: string;
  period_id: string;
  municipality_id: string;
}

export interface ContextPeriod {
  id: string;
  key: string;
  name: string;
  version: number;
  kind: 'challenge' | 'disaster' | 'epidemic' | 'crisis';
  state: 'stands' | 'withdrawn';
  starts: string;
  ends: string | null;
  ends_is: 'known' | 'at-least' | 'ongoing' | 'unknown';
  title: LocalisedColumn;
  summary: LocalisedColumn | null;
  reason: LocalisedColumn | null;
  published_on: string | null;
}

export interface Contract {
  id: string;
  key: string;
  municipality_id: string;
  mandate_id: string;
  starts: string | null;
  ends: string | null;
  binding_language: string | null;
  priority_count: number | null;
  priority_count_is: 'exact' | 'at-least' | null;
  note: LocalisedColumn | null;
  text_version: number | null;
  text_sha256: string | null;
  published_on: string | null;
  pdf_sq_sha256: string | null;
  pdf_en_sha256: string | null;
}

export interface ContractComment {
  id: string;
  draft_id: string;
  thread_id: string;
  priority_id: string | null;
  body: string;
  author: string | null;
  written_at: Date;
  resolved_by: string | null;
  resolved_at: Date | null;
}

export interface ContractDraft {
  id: string;
  municipality_id: string;
  mandate_id: string;
  organisation_id: string;
  binding_language: Generated<'sq' | 'en'>;
  state: Generated<'draft' | 'submitted' | 'approved' | 'frozen'>;
  version_number: number | null;
  returned_note: Generated<string>;
  contract_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface ContractPaper {
  draft_id: string;
  number: number;
  language: 'sq' | 'en';
  sha256: string;
}

export interface ContractVersion {
  draft_id: string;
  number: number;
  body: string;
  sha256: string;
  note: Generated<string>;
  author: string | null;
  made_at: Date;
}

export interface CorrectionCode {
  correction_id: string;
  component_id: string;
  code: string;
}

export interface CorrectionDraft {
  id: string;
  municipality_id: string;
  priority_id: string;
  round_id: string;
  corrects: number;
  rationale: LocalisedColumnWithDefault;
  late: Generated<boolean>;
  reversed: Generated<boolean>;
  blocked_by: 'national-government' | 'court' | 'council' | 'funds' | null;
  reason: LocalisedColumn;
  state: Generated<'open' | 'published' | 'dropped'>;
  prepared_by: string;
  prepared_at: Date;
  published_by: string | null;
  version: Generated<number>;
}

export interface County {
  id: string;
  key: string;
  name: string;
  full_name: LocalisedColumn;
  code: string | null;
  iso_3166_2: string | null;
  nuts3: string | null;
  hasc: string | null;
  wikidata: string | null;
  geonames_id: number | null;
  seat: string | null;
}

export interface Credential {
  id: string;
  account_id: string;
  provider: string;
  subject: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface Cycle {
  mandate_id: string;
  listen_until: string;
  compile_until: string;
  contract_until: string;
  confront_until: string;
  sign_until: string;
  election_on: string;
  version: Generated<number>;
}

export interface DeadlineReminder {
  assessment_id: string;
  account_id: string;
  deadline: 'evidence' | 'coding' | 'reply' | 'publication';
  due_on: string;
  days_before: number;
  sent_at: Date;
}

export interface Declaration {
  id: string;
  key: string;
  organisation_id: string;
  year: number;
  version: number;
  declared_on: string;
  interests: LocalisedColumn;
  reason: LocalisedColumn | null;
}

export interface DeclarationFunding {
  id: string;
  key: string;
  declaration_id: string;
  position: number;
  funder: string;
  band: 'under-10000' | '10000-50000' | '50000-200000' | 'over-200000' | null;
  amount: number | null;
  currency: string | null;
}

export interface DirectoryChange {
  id: string;
  key: string;
  subject: 'organisation' | 'donor' | 'grant_programme' | 'partner' | 'membership' | 'funded_work' | 'administrative_unit';
  subject_key: string;
  number: number;
  changed_on: string;
  before: Json;
  after: Json;
  reason: LocalisedColumn;
}

export interface Dispute {
  id: string;
  key: string;
  priority_id: string;
  round_id: string;
  version: number;
  ground: 'factual-error' | 'new-evidence' | 'wording' | 'not-our-competence';
  statement: LocalisedColumn;
  received_on: string;
  due_on: string;
}

export interface DisputeDecision {
  id: string;
  key: string;
  dispute_id: string;
  decided_on: string;
  outcome: 'upheld' | 'partly-upheld' | 'rejected' | 'withdrawn';
  reason: LocalisedColumn;
}

export interface DisputeNotice {
  id: string;
  municipality_id: string;
  priority_id: string;
  round_id: string;
  receipt: string;
  ground: 'factual-error' | 'new-evidence' | 'wording' | 'not-our-competence';
  statement: string;
  language: 'sq' | 'en';
  name: Generated<string>;
  email: Generated<string>;
  file_sha256: string | null;
  received_at: Date;
  state: Generated<'received' | 'open' | 'not-admitted' | 'decided'>;
  not_admitted_reason: Generated<string>;
  dispute_id: string | null;
  decided_by: string | null;
  version: Generated<number>;
  once: string;
  status_version: number;
  due_on: string;
  file_name: Generated<string>;
  admitted_by: string | null;
}

export interface Donor {
  id: string;
  key: string;
  name: LocalisedColumn;
  url: string | null;
  through: LocalisedColumn | null;
  note: LocalisedColumn | null;
}

export interface DoorAct {
  plan_id: string;
  id: string;
  kind: 'in' | 'undo' | 'walk-in';
  registration_id: string | null;
  target_id: string | null;
  device: string;
  device_at: Date;
  happened_at: Date;
  received_at: Date;
  entered_by: string | null;
}

export interface DraftComponent {
  id: string;
  priority_id: string;
  position: number;
  statement: LocalisedColumn;
  shown_by: LocalisedColumn;
  due: string | null;
  testable: 'yes' | 'partly' | 'no';
  competence: 'own' | 'shared' | 'national';
  version: Generated<number>;
}

export interface DraftPlace {
  priority_id: string;
  unit_id: string;
  locality: Generated<string>;
}

export interface DraftPriority {
  id: string;
  draft_id: string;
  municipality_id: string;
  candidate_id: string | null;
  position: number;
  field_id: string | null;
  heading: LocalisedColumn;
  statement: LocalisedColumn;
  coverage: 'municipality' | 'units' | 'listed' | null;
  directorate: Generated<string>;
  untested_reason: LocalisedColumn;
  version: Generated<number>;
}

export interface Election {
  id: string;
  key: string;
  mandate_id: string | null;
  municipality_id: string | null;
  kind: 'general' | 'partial' | 'rerun';
  held_on: string;
  note: LocalisedColumn | null;
}

export interface ElectionCandidate {
  id: string;
  key: string;
  municipality_id: string;
  mandate_id: string;
  election_id: string | null;
  person_id: string;
  party: string | null;
  coalition: string | null;
  withdrawn_on: string | null;
}

export interface ElectionWinner {
  id: string;
  key: string;
  contract_id: string;
  number: number;
  person_id: string;
  elected_on: string;
  party: string | null;
  reason: LocalisedColumn | null;
}

export interface Event {
  id: string;
  key: string;
  kind: 'conference' | 'forum' | 'focus-group' | 'training' | 'meeting' | 'campaign' | 'listening' | 'report' | 'hearing' | 'interview' | 'petition' | 'review';
  municipality_id: string | null;
  unit_id: string | null;
  mandate_id: string | null;
  title: LocalisedColumn;
  starts: string;
  ends: string | null;
  starts_at: string | null;
  place: LocalisedColumn | null;
  online: Generated<boolean>;
  participants: number | null;
  participants_is: 'exact' | 'about' | 'at-least' | 'told' | null;
  summary: LocalisedColumn | null;
  participants_note: LocalisedColumn | null;
  series: string | null;
  ends_at: string | null;
  hall: LocalisedColumn | null;
  access: LocalisedColumn | null;
  languages: Generated<string[]>;
  interpretation: LocalisedColumn | null;
  recording_url: string | null;
  counted_on: string | null;
}

export interface EventAttendance {
  id: string;
  key: string;
  event_id: string;
  sex: 'women' | 'men' | 'not-stated' | null;
  age_band: 'under-18' | '18-29' | '30-44' | '45-64' | '65-plus' | 'not-stated' | null;
  social_group: string | null;
  people: number;
  mode: 'on-site' | 'online' | null;
  municipality_id: string | null;
  organisation_kind: 'civil-society' | 'town-hall' | 'state' | 'media' | 'business' | 'education' | 'donor' | 'none' | 'other' | null;
  version: Generated<number>;
}

export interface EventCorrection {
  id: string;
  key: string;
  event_id: string;
  version: number;
  corrected_on: string;
  reason: LocalisedColumn;
  kind: 'conference' | 'forum' | 'focus-group' | 'training' | 'meeting' | 'campaign' | 'listening' | 'report' | 'hearing' | 'interview' | 'petition' | 'review';
  title: LocalisedColumn;
  summary: LocalisedColumn | null;
  starts: string;
  ends: string | null;
  starts_at: string | null;
  ends_at: string | null;
  place: LocalisedColumn | null;
  hall: LocalisedColumn | null;
  access: LocalisedColumn | null;
  online: Generated<boolean>;
  languages: Generated<string[]>;
  interpretation: LocalisedColumn | null;
  recording_url: string | null;
  participants: number | null;
  participants_is: 'exact' | 'about' | 'at-least' | 'told' | null;
  counted_on: string | null;
}

export interface EventDocument {
  id: string;
  key: string;
  event_id: string;
  position: number;
  kind: 'programme' | 'invitation' | 'presentation' | 'minutes' | 'press-release' | 'report' | 'other';
  language: string;
  title: LocalisedColumn;
  url: string | null;
  sha256: string | null;
  copy_sha256: string | null;
  version: Generated<number>;
}

export interface EventItem {
  id: string;
  key: string;
  event_id: string;
  position: number;
  held_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
  track: LocalisedColumn | null;
  hall: LocalisedColumn | null;
  title: LocalisedColumn;
  summary: LocalisedColumn | null;
  version: Generated<number>;
}

export interface EventMunicipality {
  id: string;
  key: string;
  event_id: string;
  municipality_id: string;
  attendance: 'on-site' | 'online' | 'unknown';
  represented_by: LocalisedColumn | null;
  version: Generated<number>;
}

export interface EventParty {
  id: string;
  key: string;
  event_id: string;
  position: number;
  role: 'organiser' | 'partner' | 'supporter';
  organisation_id: string | null;
  donor_id: string | null;
  name: LocalisedColumn | null;
  through: LocalisedColumn | null;
  logo_sha256: string | null;
  version: Generated<number>;
}

export interface EventPerson {
  id: string;
  key: string;
  event_id: string;
  person_id: string;
  position: number;
  capacity: LocalisedColumn | null;
  attendance: 'on-site' | 'online' | 'unknown';
  role: 'speaker' | 'moderator' | 'guest' | null;
  item_id: string | null;
  organisation_id: string | null;
  municipality_id: string | null;
  biography: LocalisedColumn | null;
  photo_sha256: string | null;
  version: Generated<number>;
}

export interface EventPhoto {
  id: string;
  key: string;
  event_id: string;
  position: number;
  copy_sha256: string;
  alt: LocalisedColumn;
  credit: string | null;
}

export interface EventPlan {
  id: string;
  key: string;
  organisation_id: string;
  municipality_id: string | null;
  kind: 'conference' | 'forum' | 'focus-group' | 'training' | 'meeting' | 'campaign';
  series: string | null;
  title: LocalisedColumn;
  summary: LocalisedColumnWithDefault;
  binding_language: Generated<'sq' | 'en'>;
  mode: 'on-site' | 'online' | 'both';
  starts_on: string;
  starts_at: string;
  ends_on: string;
  ends_at: string;
  place: LocalisedColumnWithDefault;
  hall: LocalisedColumnWithDefault;
  access: LocalisedColumnWithDefault;
  online_url: Generated<string>;
  languages: Generated<string[]>;
  interpretation: LocalisedColumnWithDefault;
  state: Generated<'draft' | 'announced' | 'cancelled' | 'published'>;
  cancel_reason: LocalisedColumnWithDefault;
  sequence: Generated<number>;
  minutes: LocalisedColumnWithDefault;
  recording_url: Generated<string>;
  press_release: LocalisedColumnWithDefault;
  event_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  reopened_at: Date | null;
  before_reopening: Json | null;
}

export interface EventPlanConclusion {
  id: string;
  plan_id: string;
  position: number;
  statement: LocalisedColumn;
  followed_up_by: LocalisedColumnWithDefault;
  due_on: string | null;
  conclusion_id: string | null;
  version: Generated<number>;
  organisation_id: string | null;
}

export interface EventPlanDocument {
  id: string;
  plan_id: string;
  position: number;
  kind: 'programme' | 'invitation' | 'presentation' | 'minutes' | 'press-release' | 'report' | 'other';
  language: string;
  title: LocalisedColumn;
  original_sha256: string;
  copy_sha256: string | null;
  shown: Generated<boolean>;
  version: Generated<number>;
}

export interface EventPlanItem {
  id: string;
  plan_id: string;
  position: number;
  held_on: string;
  starts_at: string | null;
  ends_at: string | null;
  track: LocalisedColumnWithDefault;
  hall: LocalisedColumnWithDefault;
  title: LocalisedColumn;
  summary: LocalisedColumnWithDefault;
  version: Generated<number>;
}

export interface EventPlanMunicipality {
  id: string;
  plan_id: string;
  position: number;
  municipality_id: string;
  attendance: 'on-site' | 'online' | 'unknown';
  represented_by: LocalisedColumn | null;
  version: Generated<number>;
}

export interface EventPlanParty {
  id: string;
  plan_id: string;
  position: number;
  role: 'organiser' | 'partner' | 'supporter';
  organisation_id: string | null;
  donor_id: string | null;
  name: LocalisedColumn | null;
  through: LocalisedColumn | null;
  logo_original_sha256: string | null;
  logo_sha256: string | null;
  version: Generated<number>;
}

export interface EventPlanPerson {
  id: string;
  plan_id: string;
  item_id: string | null;
  position: number;
  person_id: string | null;
  name: string | null;
  role: 'speaker' | 'moderator' | 'guest';
  capacity: LocalisedColumnWithDefault;
  organisation_id: string | null;
  municipality_id: string | null;
  attendance: Generated<'on-site' | 'online' | 'unknown'>;
  name_agreed: Generated<boolean>;
  biography: LocalisedColumnWithDefault;
  photo_original_sha256: string | null;
  photo_sha256: string | null;
  confirmed_at: Date | null;
  version: Generated<number>;
}

export interface EventPlanPhoto {
  id: string;
  plan_id: string;
  position: number;
  original_sha256: string;
  copy_sha256: string;
  alt: LocalisedColumn;
  credit: Generated<string>;
  consent: 'given' | 'nobody' | 'not-given';
  consent_note: Generated<string>;
  photo_id: string | null;
}

export interface EventPlanTopic {
  id: string;
  plan_id: string;
  position: number;
  statement: LocalisedColumn;
}

export interface EventSpeakerLink {
  id: string;
  speaker_id: string;
  secret_sha256: string;
  email: string;
  made_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

export interface EventText {
  id: string;
  key: string;
  event_id: string;
  kind: 'minutes' | 'press-release';
  content: LocalisedColumn;
  version: Generated<number>;
}

export interface EventTopic {
  id: string;
  key: string;
  event_id: string;
  position: number;
  statement: LocalisedColumn;
  version: Generated<number>;
}

export interface Evidence {
  id: string;
  key: string;
  priority_id: string;
  component_id: string | null;
  round_id: string;
  class: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
  stance: 'supports' | 'contradicts' | 'neutral';
  dated: string;
  title: LocalisedColumn;
  publisher: string | null;
  url: string | null;
  sha256: string | null;
  kind: 'photo' | 'document' | 'link' | 'council-decision' | 'budget-line' | 'procurement' | 'information-request' | 'meeting' | 'observation' | 'statement' | null;
  details: Json | null;
  copy_sha256: string | null;
  alt: LocalisedColumn | null;
  binding_language: 'sq' | 'en' | null;
}

export interface EvidenceBlur {
  municipality_id: string;
  item_id: string;
  position: number;
  region: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface EvidenceCapture {
  municipality_id: string;
  item_id: string;
  url: string;
  state: Generated<'waiting' | 'kept' | 'failed'>;
  why: Generated<'' | 'address' | 'forbidden' | 'gone' | 'status' | 'type' | 'too-large' | 'redirects' | 'time' | 'name' | 'certificate' | 'busy' | 'connection'>;
  tries: Generated<number>;
  asked: Generated<number>;
  asked_at: Date;
  tried_at: Date | null;
}

export interface EvidenceComponent {
  id: string;
  key: string;
  evidence_id: string;
  component_id: string;
}

export interface EvidenceFile {
  municipality_id: string;
  item_id: string;
  position: number;
  original_sha256: string;
  copy_sha256: string | null;
  name: string;
  alt: LocalisedColumnWithDefault;
}

export interface EvidenceItem {
  id: string;
  municipality_id: string;
  assessment_id: string;
  kind: 'photo' | 'document' | 'link' | 'council-decision' | 'budget-line' | 'procurement' | 'information-request' | 'meeting' | 'observation' | 'statement';
  class: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
  stance: 'supports' | 'contradicts' | 'neutral';
  dated: string;
  shows: LocalisedColumn;
  binding_language: Generated<'sq' | 'en'>;
  publisher: Generated<string>;
  url: Generated<string>;
  details: JsonWithDefault;
  visibility: Generated<'public' | 'private'>;
  review: Generated<'open' | 'accepted' | 'withheld'>;
  review_note: Generated<string>;
  withdrawn_reason: Generated<string>;
  evidence_id: string | null;
  row_key: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface EvidenceItemComponent {
  municipality_id: string;
  item_id: string;
  component_id: string;
}

export interface EvidenceReader {
  municipality_id: string;
  item_id: string;
  account_id: string;
}

export interface Experience {
  id: string;
  key: string;
  municipality_id: string;
  organisation_id: string | null;
  field_id: string | null;
  published_on: string;
  title: LocalisedColumn;
  summary: LocalisedColumn;
  body: LocalisedColumn | null;
  problem: LocalisedColumn | null;
  context: LocalisedColumn | null;
  done: LocalisedColumn | null;
  cost_amount: number | null;
  cost_currency: string | null;
  cost_note: LocalisedColumn | null;
  result: LocalisedColumn | null;
  lessons: LocalisedColumn | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
}

export interface ExperienceCorrection {
  id: string;
  key: string;
  experience_id: string;
  version: number;
  corrected_on: string;
  reason: LocalisedColumn;
  title: LocalisedColumn;
  summary: LocalisedColumn;
  body: LocalisedColumn | null;
  problem: LocalisedColumn | null;
  context: LocalisedColumn | null;
  done: LocalisedColumn | null;
  cost_amount: number | null;
  cost_currency: string | null;
  cost_note: LocalisedColumn | null;
  result: LocalisedColumn | null;
  lessons: LocalisedColumn | null;
}

export interface ExperienceDraft {
  id: string;
  municipality_id: string;
  organisation_id: string | null;
  field_id: string | null;
  corrects_id: string | null;
  reason: LocalisedColumnWithDefault;
  title: LocalisedColumn;
  summary: LocalisedColumn;
  body: LocalisedColumnWithDefault;
  problem: LocalisedColumn;
  context: LocalisedColumn;
  done: LocalisedColumn;
  cost_amount: number | null;
  cost_currency: string | null;
  cost_note: LocalisedColumn;
  result: LocalisedColumn;
  lessons: LocalisedColumn;
  contact_is: Generated<'office' | 'person'>;
  contact_agreed: Generated<boolean>;
  contact_name: Generated<string>;
  contact_email: Generated<string>;
  contact_phone: Generated<string>;
  priority_ids: Generated<string[]>;
  evidence_ids: Generated<string[]>;
  sources: JsonWithDefault;
  state: Generated<'draft' | 'submitted' | 'returned' | 'published'>;
  review_note: Generated<string>;
  experience_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  written_by: string | null;
  created_at: Generated<Date>;
  changed_at: Generated<Date>;
}

export interface ExperienceEvidence {
  id: string;
  key: string;
  experience_id: string;
  evidence_id: string;
}

export interface ExperiencePriority {
  id: string;
  key: string;
  experience_id: string;
  priority_id: string;
}

export interface ExperienceTry {
  id: string;
  key: string;
  experience_id: string;
  municipality_id: string;
  organisation_id: string | null;
  version: number;
  state: 'wants' | 'tried';
  outcome: 'worked' | 'partly' | 'did-not-work' | null;
  said_on: string;
  statement: LocalisedColumn;
  learned_from_id: string | null;
  reason: LocalisedColumn | null;
}

export interface ExperienceTryDraft {
  id: string;
  experience_id: string;
  municipality_id: string;
  organisation_id: string | null;
  state: 'wants' | 'tried';
  outcome: 'worked' | 'partly' | 'did-not-work' | null;
  said_on: string;
  statement: LocalisedColumn;
  learned_from_id: string | null;
  reason: LocalisedColumnWithDefault;
  review: Generated<'submitted' | 'returned' | 'published'>;
  review_note: Generated<string>;
  try_id: string | null;
  version: Generated<number>;
  written_by: string | null;
  created_at: Generated<Date>;
  changed_at: Generated<Date>;
}

export interface Field {
  id: string;
  key: string;
  name: LocalisedColumn;
  position: number;
}

export interface File {
  sha256: string;
  media_type: string;
  size_bytes: number;
  stored_at: Generated<Date>;
}

export interface FilePage {
  sha256: string;
  page: number;
  content: string;
  words: string;
}

export interface FileText {
  sha256: string;
  state: 'read' | 'none' | 'unreadable';
  pages: number;
  language: string | null;
  read_at: Date;
}

export interface Floor {
  plan_id: string;
  is_open: Generated<boolean>;
  speaking_order: Generated<'arrival' | 'fair' | 'alternating'>;
  updated_at: Generated<Date>;
}

export interface FloorPoll {
  plan_id: string;
  id: string;
  position: number;
  question: LocalisedColumn;
  kind: 'one' | 'several' | 'scale';
  shows: 'live' | 'closed';
  state: Generated<'planned' | 'open' | 'closed'>;
  voters: Generated<'anyone' | 'registered' | 'checked-in'>;
  electorate: number | null;
}

export interface FloorPollOption {
  plan_id: string;
  poll_id: string;
  position: number;
  label: LocalisedColumn;
}

export interface FloorQuestion {
  plan_id: string;
  id: string;
  item_id: string | null;
  statement: string;
  language: 'sq' | 'en';
  state: Generated<'waiting' | 'shown' | 'answered' | 'merged' | 'declined'>;
  decline_reason: Generated<string>;
  merged_into: string | null;
  once: string;
  created_at: Generated<Date>;
}

export interface FloorSupport {
  plan_id: string;
  question_id: string;
  supporter: string;
}

export interface FloorTurn {
  plan_id: string;
  id: string;
  name: string;
  attendance: 'on-site' | 'online';
  speaker: string;
  state: Generated<'waiting' | 'speaking' | 'done' | 'withdrawn'>;
  asked_at: Date;
  called_at: Date | null;
  ended_at: Date | null;
}

export interface FloorVote {
  plan_id: string;
  poll_id: string;
  voter: string;
  choices: (number | null)[];
}

export interface FormDraft {
  account_id: string;
  form: string;
  fields: Json;
  base_version: number | null;
  saved_at: Generated<Date>;
}

export interface Forum {
  id: string;
  key: string;
  event_id: string;
  moderators: string | null;
  slot_seconds: number;
  lot_method: 'program' | 'on-site' | null;
  lot_seed: string | null;
  lot_drawn_by: string | null;
  lot_drawn_on: string | null;
  lot_drawn_at: string | null;
}

export interface ForumCandidate {
  id: string;
  key: string;
  forum_id: string;
  candidate_id: string;
  position: number;
  attendance: 'present' | 'absent' | null;
  spoken_seconds: number | null;
}

export interface ForumItem {
  id: string;
  forum_id: string;
  position: number;
  field_id: string;
  priority_id: string | null;
  number: string | null;
  heading: LocalisedColumn | null;
  statement: LocalisedColumn;
  forum_priority_id: string | null;
  draft_priority_id: string | null;
}

export interface ForumPlan {
  id: string;
  municipality_id: string;
  mandate_id: string;
  organisation_id: string;
  held_on: string;
  starts_at: string | null;
  place: Generated<string>;
  moderators: Generated<string>;
  slot_seconds: number;
  publishes: Generated<'together' | 'live'>;
  state: Generated<'planned' | 'open' | 'running' | 'ended'>;
  lot_method: 'program' | 'on-site' | null;
  lot_seed: string | null;
  lot_drawn_by: string | null;
  lot_drawn_at: Date | null;
  forum_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface ForumPriority {
  id: string;
  key: string;
  forum_id: string;
  position: number;
  field_id: string;
  priority_id: string | null;
  number: string | null;
  heading: LocalisedColumn | null;
  statement: LocalisedColumn;
}

export interface ForumQuestion {
  id: string;
  key: string;
  forum_id: string;
  position: number;
  field_id: string | null;
  forum_priority_id: string | null;
  question: LocalisedColumn;
  asked: 'before' | 'during';
  asked_on: string;
  supports: number | null;
  votes: number | null;
}

export interface ForumSeat {
  forum_id: string;
  candidacy_id: string;
  position: number;
  attendance: Generated<'present' | 'absent'>;
}

export interface ForumTurn {
  id: string;
  forum_id: string;
  candidacy_id: string;
  number: number;
  used_ms: Generated<number>;
  running_since: Date | null;
  ended_at: Date | null;
}

export interface FundedWork {
  id: string;
  key: string;
  donor_id: string;
  programme_id: string | null;
  event_id: string | null;
  round_id: string | null;
  report_id: string | null;
  publication_id: string | null;
  note: LocalisedColumn | null;
  withdrawn_on: string | null;
}

export interface GivenAnswer {
  id: string;
  item_id: string;
  candidacy_id: string;
  version: number;
  answer: 'agrees' | 'reservation' | 'declines' | 'absent' | 'no-answer';
  words: Generated<string>;
  reason: Generated<string>;
  answer_id: string | null;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface GivenReply {
  id: string;
  municipality_id: string;
  question_id: string;
  candidacy_id: string;
  version: number;
  answer: string;
  reason: Generated<string>;
  answer_id: string | null;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface GrantProgramme {
  id: string;
  key: string;
  donor_id: string;
  name: LocalisedColumn;
  starts: string | null;
  ends: string | null;
  note: LocalisedColumn | null;
}

export interface HandledForm {
  token: string;
  account_id: string;
  handled_at: Generated<Date>;
}

export interface ImportedArticle {
  site: string;
  source_id: string;
  draft_id: string;
  language: 'sq' | 'en';
  source_sha256: string;
  text_sha256: string;
}

export interface ImportedPicture {
  draft_id: string;
  path: string;
}

export interface InformationRequest {
  id: string;
  municipality_id: string;
  organisation_id: string;
  assessment_id: string | null;
  addressee: string;
  subject: string;
  body: string;
  asked_on: string | null;
  due_on: string | null;
  answered_on: string | null;
  outcome: Generated<'open' | 'answered' | 'partly' | 'refused' | 'silent'>;
  outcome_note: Generated<string>;
  item_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  language: Generated<'sq' | 'en'>;
  reply_to: Generated<string>;
  format: Generated<'e-mail' | 'paper' | 'inspection'>;
  extended_on: string | null;
  extension_reason: Generated<string>;
}

export interface InformationRequestComponent {
  municipality_id: string;
  request_id: string;
  component_id: string;
}

export interface Installation {
  key: string;
  value: string;
}

export interface Invitation {
  id: string;
  email: string;
  language: 'sq' | 'en';
  token_hash: Buffer;
  role: 'facilitator' | 'monitor' | 'editor' | 'municipality-contact' | 'coordinator' | 'administrator';
  organisation_id: string | null;
  municipality_id: string | null;
  until: string | null;
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
}

export interface IssueScore {
  id: string;
  key: string;
  municipality_id: string;
  mandate_id: string;
  edition: number;
  published_on: string;
  form: string;
  position: number;
  field_id: string;
  issue: LocalisedColumn;
  unit_id: string | null;
  sex: 'women' | 'men' | null;
  scale_least: number;
  scale_most: number;
  cards: number;
  mean: number;
  deviation: number;
  lower_quartile: number;
  median: number;
  upper_quartile: number;
}

export interface JoinApplication {
  id: string;
  once: string;
  language: 'sq' | 'en';
  state: Generated<'unconfirmed' | 'open' | 'asked' | 'accepted' | 'declined' | 'withdrawn'>;
  municipality_id: string | null;
  place: Generated<string>;
  place_note: Generated<string>;
  name_sq: string;
  name_en: string;
  seat: string;
  founded: string;
  registration: string;
  url: string;
  work: string;
  people: string;
  interests: string;
  funding: string;
  contact_name: string;
  contact_capacity: string;
  email: string;
  methodology_id: string | null;
  received_at: Date;
  confirmed_at: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  organisation_id: string | null;
  blanked_at: Date | null;
  version: Generated<number>;
  contact_capacity_en: Generated<string>;
}

export interface JoinMessage {
  id: string;
  application_id: string;
  side: 'network' | 'applicant';
  text: string;
  written_at: Date;
}

export interface KeptForm {
  token_hash: Buffer;
  account_id: string;
  action: string;
  fields: Json;
  has_files: boolean;
  expires_at: Date;
}

export interface LetterAnswer {
  id: string;
  key: string;
  article_id: string;
  position: number;
  answered_on: string;
  by: string;
  answer: LocalisedColumn;
  url: string | null;
}

export interface LibraryEntry {
  id: string;
  origin: 'publication' | 'item';
  key: string;
  kind: string;
  title: LocalisedColumn;
  authors: string;
  year: number | null;
  language: string | null;
  has_file: boolean;
  call_number: string | null;
  ordering: string;
  digest: string;
  words: string;
  text_words: string | null;
}

export interface LibraryWord {
  word: string;
  place: string;
  occurrences: number;
}

export interface LinkRequest {
  id: string;
  email: string;
  purpose: 'sign-in' | 'password' | 'sign-up';
  name: string | null;
  language: 'sq' | 'en';
  created_at: Date;
}

export interface ListeningAttendance {
  session_id: string;
  sex: 'women' | 'men' | 'not-stated' | null;
  age_band: 'under-18' | '18-29' | '30-44' | '45-64' | '65-plus' | 'not-stated' | null;
  social_group: string | null;
  people: number;
}

export interface ListeningFacilitator {
  session_id: string;
  position: number;
  account_id: string | null;
  name: string | null;
}

export interface ListeningPhoto {
  id: string;
  session_id: string;
  position: number;
  original_sha256: string;
  copy_sha256: string;
  alt_sq: string;
  alt_en: Generated<string>;
  consent: 'given' | 'nobody' | 'not-given';
  consent_note: Generated<string>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface ListeningSession {
  id: string;
  municipality_id: string;
  mandate_id: string;
  organisation_id: string;
  unit_id: string | null;
  kind: 'focus-group' | 'community-meeting' | 'interest-group' | 'door-to-door' | 'online' | 'questionnaire';
  held_on: string;
  starts_at: string | null;
  place: Generated<string>;
  access_notes: Generated<string>;
  target_groups: Generated<string[]>;
  state: Generated<'planned' | 'held' | 'published' | 'cancelled'>;
  cancel_reason: Generated<string>;
  announced: Generated<boolean>;
  channel: 'on-site' | 'online' | 'telephone' | 'on-paper' | 'mixed' | null;
  languages: Generated<string[]>;
  participants: number | null;
  minutes: Generated<string>;
  summary_sq: Generated<string>;
  summary_en: Generated<string>;
  counts_note: Generated<string>;
  event_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  counts_note_language: Generated<'sq' | 'en'>;
}

export interface MailOutbox {
  id: string;
  queued_at: Generated<Date>;
  recipient: string;
  subject: string;
  body_text: string;
  sent_at: Date | null;
  attempts: Generated<number>;
  last_fault: string | null;
  secret_until: Date | null;
  blanked_at: Date | null;
  attachment_name: string | null;
  attachment_type: string | null;
  attachment_text: string | null;
}

export interface Mandate {
  id: string;
  key: string;
  starts: string;
  ends: string;
}

export interface MemberAnswer {
  id: string;
  question_id: string;
  answered_by: string | null;
  organisation_id: string | null;
  municipality_id: string | null;
  body: string;
  language: 'sq' | 'en';
  once: string;
  answered_at: Generated<Date>;
  helped: Generated<boolean>;
}

export interface MemberQuestion {
  id: string;
  experience_id: string | null;
  organisation_id: string | null;
  asked_by: string | null;
  asker_organisation_id: string | null;
  asker_municipality_id: string | null;
  title: string;
  body: string;
  language: 'sq' | 'en';
  once: string;
  asked_at: Generated<Date>;
  told_at: Date | null;
  closed_at: Date | null;
}

export interface Membership {
  id: string;
  key: string;
  organisation_id: string;
  municipality_id: string | null;
  role: 'coordinator' | 'member';
  since: string | null;
  until: string | null;
  note: LocalisedColumn | null;
}

export interface MethodologyDraft {
  singleton: Generated<boolean>;
  text: LocalisedColumn;
  changes: LocalisedColumnWithDefault;
  version: Generated<number>;
  updated_at: Generated<Date>;
}

export interface MethodologySignature {
  id: string;
  key: string;
  version_id: string;
  organisation_id: string;
  signed_on: string;
  signed_by: string;
  capacity: LocalisedColumn | null;
}

export interface MethodologyVersion {
  id: string;
  key: string;
  number: number;
  published_on: string;
  text: LocalisedColumn;
  changes: LocalisedColumn | null;
  sha256: string;
}

export interface Migration {
  name: string;
  checksum: string;
  applied_at: Generated<Date>;
}

export interface MonitoringReport {
  id: string;
  key: string;
  round_id: string;
  municipality_id: string | null;
  edition: number;
  published_on: string;
  foreword: LocalisedColumn | null;
  lessons: LocalisedColumn | null;
}

export interface MonitoringReportFile {
  id: string;
  key: string;
  report_id: string;
  language: 'sq' | 'en';
  sha256: string;
  data_sha256: string;
}

export interface Municipality {
  id: string;
  key: string;
  county_id: string;
  name: string;
  aliases: Generated<string[]>;
  code: string | null;
  lau_code: string | null;
  hasc: string | null;
  wof_id: number | null;
  geonames_id: number | null;
  electoral_code: string | null;
  seat: string | null;
  area_km2: number | null;
  voters: number | null;
  voters_year: number | null;
  longitude: number;
  latitude: number;
}

export interface Need {
  id: string;
  key: string;
  municipality_id: string;
  unit_id: string | null;
  mandate_id: string | null;
  field_id: string | null;
  event_id: string | null;
  channel: 'focus-group' | 'community-meeting' | 'interest-group' | 'door-to-door' | 'online' | 'questionnaire' | 'monitoring-meeting' | 'report-presentation' | 'budget-hearing' | 'forum';
  statement: LocalisedColumn;
  place: string | null;
  voiced_on: string | null;
  note: LocalisedColumn | null;
  field_basis: 'stated' | 'inferred' | null;
  spoken_in: string | null;
  original: string | null;
  speaker: string | null;
}

export interface NeedCorrection {
  id: string;
  key: string;
  need_id: string;
  version: number;
  statement: LocalisedColumn;
  reason: LocalisedColumn;
  corrected_on: string;
}

export interface NeedPlacement {
  id: string;
  key: string;
  contract_id: string;
  need_id: string;
  candidate_id: string | null;
  reason: LocalisedColumn | null;
}

export interface OldAddress {
  id: string;
  host: Generated<string>;
  path: string;
  kind: 'article' | 'event' | 'experience' | 'publication' | 'municipality' | 'contract' | 'organisation';
  key: string;
  added_by: string;
  added_at: Date;
}

export interface Organisation {
  id: string;
  key: string;
  name: LocalisedColumn;
  aliases: Generated<string[]>;
  seat: string | null;
  founded: string | null;
  url: string | null;
  about: LocalisedColumn | null;
  areas: LocalisedColumn | null;
  people: LocalisedColumn | null;
}

export interface Partner {
  id: string;
  key: string;
  name: LocalisedColumn;
  kind: 'civil-society' | 'public-body' | 'education' | 'media' | 'international' | 'business' | 'other';
  url: string | null;
  since: string | null;
  until: string | null;
  together: LocalisedColumn;
}

export interface Passkey {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

export interface PasskeyChallenge {
  challenge: string;
  expires_at: Date;
}

export interface Person {
  id: string;
  key: string;
  name: string;
}

export interface PhotoWithdrawal {
  id: string;
  key: string;
  photo_id: string;
  withdrawn_on: string;
}

export interface Population {
  id: string;
  key: string;
  county_id: string | null;
  municipality_id: string | null;
  unit_id: string | null;
  year: number;
  people: number;
}

export interface Post {
  id: string;
  key: string;
  person_id: string;
  municipality_id: string;
  office: 'mayor' | 'acting-mayor' | 'deputy-mayor' | 'council-chair' | 'council-secretary';
  since: string | null;
  until: string | null;
  seen_on: string | null;
  elected_on: string | null;
  note: LocalisedColumn | null;
}

export interface Priority {
  id: string;
  key: string;
  contract_id: string;
  field_id: string;
  position: number;
  number: string | null;
  heading: LocalisedColumn | null;
  statement: LocalisedColumn;
  field_basis: 'stated' | 'inferred';
  coverage: 'municipality' | 'units' | 'listed';
  note: LocalisedColumn | null;
  directorate: string | null;
  untested_reason: LocalisedColumn | null;
}

export interface PriorityNeed {
  id: string;
  key: string;
  priority_id: string;
  need_id: string;
}

export interface PriorityPlace {
  id: string;
  key: string;
  priority_id: string;
  unit_id: string;
  locality: string | null;
}

export interface PublicCopy {
  original_sha256: string;
  copy_sha256: string;
  made_at: Generated<Date>;
}

export interface Publication {
  id: string;
  key: string;
  kind: 'report' | 'analysis' | 'manual' | 'contract' | 'conference' | 'book' | 'other';
  municipality_id: string | null;
  round_id: string | null;
  organisation_id: string | null;
  published_on: string | null;
  title: LocalisedColumn;
  summary: LocalisedColumn | null;
  language: string | null;
  url: string | null;
  version: Generated<number>;
  first_id: string | null;
  reason: LocalisedColumn | null;
  corrected_on: string | null;
  other_languages: Generated<string[]>;
  publisher: string | null;
  place: string | null;
  series: string | null;
  subjects: Generated<string[]>;
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  licence: string | null;
}

export interface PublicationAuthor {
  id: string;
  key: string;
  publication_id: string;
  position: number;
  role: 'author' | 'editor';
  name: string;
  person_id: string | null;
  organisation_id: string | null;
}

export interface PublicationDraft {
  id: string;
  publication_id: string | null;
  organisation_id: string | null;
  municipality_id: string | null;
  kind: 'report' | 'analysis' | 'manual' | 'contract' | 'conference' | 'book' | 'other';
  title: LocalisedColumn;
  summary: LocalisedColumn;
  authors: string;
  editors: string;
  published_on: string | null;
  language: string | null;
  other_languages: string[];
  publisher: string;
  place: string;
  series: string;
  subjects: string;
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  licence: string;
  url: string;
  is_changed: Generated<boolean>;
  version: Generated<number>;
  created_by: string | null;
  saved_at: Date;
}

export interface PublicationDraftFile {
  draft_id: string;
  position: number;
  name: string;
  language: string;
  sha256: string;
  pages: number;
}

export interface PublicationFile {
  id: string;
  key: string;
  publication_id: string;
  position: number;
  language: string;
  sha256: string;
  pages: number | null;
}

export interface PublicationFreeze {
  id: string;
  municipality_id: string | null;
  since: string;
  until: string;
  reason: LocalisedColumn;
  version: Generated<number>;
}

export interface PublicationRun {
  id: string;
  round_plan_id: string;
  asked_by: string;
  asked_at: Date;
  publish_at: Date;
  state: Generated<'waiting' | 'done' | 'called-off'>;
  ended_at: Date | null;
}

export interface PublicationRunPart {
  run_id: string;
  assessment_id: string;
  outcome: 'published' | 'published-before' | 'not-prepared' | 'not-theirs' | 'same-person' | 'frozen' | 'incomplete' | null;
}

export interface PublishedFigure {
  id: string;
  key: string;
  measure: 'priorities' | 'fully' | 'partly' | 'not' | 'addressed' | 'contracts' | 'signed' | 'expected' | 'municipalities' | 'focus-groups' | 'forums' | 'citizens-met' | 'people-reached';
  municipality_id: string | null;
  mandate_id: string | null;
  round_id: string | null;
  value: number;
  unit: 'count' | 'percent';
  qualifier: 'exact' | 'about' | 'over' | 'at-least';
  out_of: number | null;
  dated: string | null;
  label: LocalisedColumn;
  note: LocalisedColumn | null;
}

export interface QuestionAnswer {
  id: string;
  key: string;
  question_id: string;
  candidate_id: string;
  version: number;
  answer: LocalisedColumn;
  reason: LocalisedColumn | null;
}

export interface QuestionSupport {
  municipality_id: string;
  question_id: string;
  supporter: string;
}

export interface Questionnaire {
  id: string;
  code: string;
  municipality_id: string;
  organisation_id: string;
  session_id: string | null;
  title: LocalisedColumn;
  purpose: LocalisedColumn;
  questions: Json;
  state: Generated<'draft' | 'open' | 'closed'>;
  opens_on: string | null;
  closes_on: string | null;
  results_published_on: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface QuestionnaireAnswer {
  id: string;
  municipality_id: string;
  questionnaire_id: string;
  channel: 'online' | 'paper';
  answers: Json;
  received_on: string;
  entered_by: string | null;
}

export interface QuestionnaireText {
  municipality_id: string;
  answer_id: string;
  questionnaire_id: string;
  question: string;
  body: string;
  review: Generated<'open' | 'accepted' | 'withheld'>;
  reviewed_by: string | null;
}

export interface RateBucket {
  subject: Buffer;
  tokens: number;
  is_allowed: boolean;
  asked_at: Date;
}

export interface RecordVersion {
  singleton: Generated<boolean>;
  version: Generated<number>;
  changed_at: Generated<Date>;
}

export interface RecoveryCode {
  account_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}

export interface Registration {
  plan_id: string;
  id: string;
  mode: 'on-site' | 'online';
  number: number;
  state: 'place' | 'offered' | 'waiting' | 'cancelled' | 'lapsed';
  offered_until: Date | null;
  name: string;
  email: string;
  email_folded: string;
  language: 'sq' | 'en';
  link_sha256: string;
  code_sha256: string;
  answers: JsonWithDefault;
  sex: 'women' | 'men' | 'not-stated' | null;
  age_band: 'under-18' | '18-29' | '30-44' | '45-64' | '65-plus' | 'not-stated' | null;
  municipality_id: string | null;
  organisation_kind: 'civil-society' | 'town-hall' | 'state' | 'media' | 'business' | 'education' | 'donor' | 'none' | 'other' | null;
  access_needs: Generated<string>;
  created_at: Date;
  changed_at: Date;
  arrived_at: Date | null;
  version: Generated<number>;
  wanted_mode: 'on-site' | 'online' | null;
  wanted_number: number | null;
}

export interface RegistrationCount {
  plan_id: string;
  dimension: 'all' | 'sex' | 'age-band' | 'municipality' | 'organisation-kind';
  group_key: string;
  people: number;
}

export interface RegistrationMode {
  plan_id: string;
  mode: 'on-site' | 'online';
  capacity: number | null;
  next_number: Generated<number>;
}

export interface RegistrationNotice {
  plan_id: string;
  registration_id: string;
  kind: string;
  sent_at: Date;
}

export interface RegistrationPlan {
  plan_id: string;
  opens_at: Date;
  closes_at: Date;
  confirm_hours: number | null;
  keep_days: Generated<number>;
  asks: Generated<string[]>;
  questions: JsonWithDefault;
  online_people: number | null;
  online_basis: 'entered' | 'imported' | null;
  told_sequence: Generated<number>;
  told_cancelled: Generated<boolean>;
  needs_deleted_at: Date | null;
  forgotten_at: Date | null;
  version: Generated<number>;
}

export interface Reply {
  id: string;
  key: string;
  municipality_id: string;
  round_id: string;
  priority_id: string | null;
  requested_on: string;
  due_on: string;
  replied_on: string | null;
  person_id: string | null;
  capacity: LocalisedColumn | null;
  answer: LocalisedColumn | null;
  way: 'link' | 'account' | 'paper' | 'e-mail' | null;
  answered_by: string | null;
}

export interface ReplyAction {
  id: string;
  key: string;
  reply_id: string;
  priority_id: string;
  position: number;
  statement: LocalisedColumn;
  due_on: string;
}

export interface ReplyAttachment {
  id: string;
  key: string;
  reply_id: string;
  position: number;
  title: string;
  sha256: string;
  copy_sha256: string | null;
}

export interface ReplyCodeChange {
  id: string;
  key: string;
  reply_id: string;
  component_id: string;
  code_before: string;
  code_after: string;
  reason: LocalisedColumn;
}

export interface ReplyDocument {
  id: string;
  request_id: string;
  priority_id: string | null;
  kind: 'attachment' | 'scan';
  title: string;
  original_sha256: string;
  copy_sha256: string | null;
  added_at: Date;
  shown: Generated<boolean>;
}

export interface ReplyExtension {
  id: string;
  request_id: string;
  asked_on: string;
  asked_until: string;
  reason: string;
  decision: 'granted' | 'refused' | null;
  granted_until: string | null;
  decision_note: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
}

export interface ReplyLink {
  id: string;
  request_id: string;
  secret_sha256: string;
  email: string;
  made_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  first_opened_at: Date | null;
}

export interface ReplyReminder {
  request_id: string;
  due_on: string;
  days_before: number;
  sent_at: Date;
}

export interface ReplyRequest {
  id: string;
  assessment_id: string;
  municipality_id: string;
  recipient_name: string;
  recipient_email: string;
  requested_on: string;
  due_on: string;
  sent_by: string | null;
  replied_on: string | null;
  submitted_at: Date | null;
  answered_by: Generated<string>;
  capacity: Generated<string>;
  language: Generated<'sq' | 'en'>;
  way: 'link' | 'account' | 'paper' | 'e-mail' | null;
  entered_by: string | null;
  read_by: string | null;
  read_at: Date | null;
  read_note: Generated<string>;
  version: Generated<number>;
}

export interface ReplyText {
  id: string;
  request_id: string;
  priority_id: string | null;
  answer: Generated<string>;
  translation: Generated<string>;
  read_by: string | null;
  read_at: Date | null;
  read_note: Generated<string>;
  version: Generated<number>;
}

export interface ReportRun {
  id: string;
  round_id: string;
  municipality_id: string | null;
  asked_by: string | null;
  asked_at: Date;
  total: Generated<number>;
  made: Generated<number>;
  failed: Generated<number>;
  finished_at: Date | null;
}

export interface ReportText {
  id: string;
  mandate_id: string;
  round_number: number;
  municipality_id: string | null;
  foreword: LocalisedColumnWithDefault;
  lessons: LocalisedColumnWithDefault;
  version: Generated<number>;
  saved_by: string | null;
  saved_at: Generated<Date>;
}

export interface ResidentView {
  municipality_id: string;
  id: string;
  priority_id: string;
  round_id: string;
  person_sha256: string;
  account_id: string | null;
  answer: 'yes' | 'partly' | 'no' | 'do-not-know';
  unit_id: string | null;
  sentence: Generated<string>;
  language: Generated<'sq' | 'en'>;
  original_sha256: string | null;
  copy_sha256: string | null;
  moderation: Generated<'none' | 'open' | 'shown' | 'withheld'>;
  moderation_note: Generated<string>;
  moderated_by: string | null;
  answered_at: Date;
  version: Generated<number>;
}

export interface ResidentViewCount {
  municipality_id: string;
  priority_id: string;
  round_id: string;
  unit: string;
  answer: 'yes' | 'partly' | 'no' | 'do-not-know';
  n: number;
}

export interface ResidentViewUncounted {
  municipality_id: string;
  since: Date;
}

export interface RoleGrant {
  id: string;
  account_id: string;
  role: 'facilitator' | 'monitor' | 'editor' | 'municipality-contact' | 'coordinator' | 'administrator';
  organisation_id: string | null;
  municipality_id: string | null;
  since: string;
  until: string | null;
  granted_by: string | null;
}

export interface Round {
  id: string;
  key: string;
  mandate_id: string;
  codebook_id: string;
  number: number;
  starts: string;
  ends: string;
  published_on: string | null;
}

export interface RoundAgreement {
  id: string;
  key: string;
  round_id: string;
  edition: number;
  units: number;
  agreed: number;
  kappa: number | null;
  alpha: number | null;
  alpha_low: number | null;
  alpha_high: number | null;
  computed_on: string;
}

export interface RoundAgreementPair {
  id: string;
  key: string;
  agreement_id: string;
  first_code: string;
  second_code: string;
  units: number;
}

export interface RoundPlan {
  id: string;
  mandate_id: string;
  codebook_id: string;
  number: number;
  starts: string;
  ends: string;
  evidence_until: string;
  coding_until: string;
  reply_until: string;
  publish_on: string;
  round_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface SearchDocument {
  subject_id: string;
  language: string;
  kind: string;
  key: string;
  municipality_id: string | null;
  year: number | null;
  tier: number;
  text_language: string;
  title: string;
  body: string;
  words: string;
}

export interface SearchWord {
  language: string;
  word: string;
  occurrences: number;
}

export interface SelfAssessment {
  organisation_id: string;
  year: number;
  dimensions: number;
  scores: Json;
  note: Generated<string>;
  is_public: Generated<boolean>;
  version: Generated<number>;
  assessed_at: Generated<Date>;
}

export interface SettledCode {
  task_id: string;
  number: number;
  basis: 'agreement' | 'adjudication' | 'reply';
  code: string;
  rationale: LocalisedColumn;
  reason: LocalisedColumn | null;
  decided_by: string | null;
  decided_at: Date;
}

export interface SettledEvidence {
  task_id: string;
  number: number;
  municipality_id: string;
  item_id: string;
}

export interface SignIn {
  id: string;
  account_id: string;
  token: string;
  way: Generated<'password' | 'link' | 'passkey' | 'provider'>;
  second_factor_at: Date | null;
  user_agent: string | null;
  ip_address: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SignInAttempt {
  subject: Buffer;
  tries: number;
  since: Date;
}

export interface SignInVerification {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface Signature {
  id: string;
  key: string;
  contract_id: string;
  state: 'invited' | 'pledged' | 'signed' | 'declined' | 'no-answer' | 'expected';
  signatory: 'candidate' | 'mayor' | 'council' | 'organisation' | 'unknown';
  person_id: string | null;
  organisation_id: string | null;
  event_id: string | null;
  occurred_on: string | null;
  expected_on: string | null;
  known_by: string | null;
  place: LocalisedColumn | null;
  reason: LocalisedColumn | null;
  scan_sha256: string | null;
  note: LocalisedColumn | null;
  party: string | null;
  witness: string | null;
  scan_copy_sha256: string | null;
}

export interface SignatureCorrection {
  id: string;
  key: string;
  signature_id: string;
  replacement_id: string | null;
  corrected_on: string;
  reason: LocalisedColumn;
}

export interface SiteImport {
  id: string;
  started_at: Date;
  started_by: string;
  file_name: string;
  dry_run: boolean;
  counts: Json;
}

export interface SiteImportLine {
  import_id: string;
  position: number;
  kind: string;
  source_id: string;
  title: string;
  address: string;
  outcome: 'added' | 'updated' | 'unchanged' | 'kept' | 'left-out';
  notes: Json;
}

export interface Source {
  id: string;
  key: string;
  title: string;
  publisher: string | null;
  url: string | null;
  language: string | null;
  published_on: string | null;
  licence: string | null;
  note: LocalisedColumn | null;
}

export interface StartMark {
  organisation_id: string;
  step: string;
  marked_by: string | null;
  marked_at: Generated<Date>;
}

export interface Status {
  id: string;
  key: string;
  priority_id: string;
  round_id: string;
  version: Generated<number>;
  kind: 'assessment' | 'correction' | 'dispute';
  status: 'fully' | 'partly' | 'not' | 'no-data' | 'not-assessable';
  initiated: Generated<boolean>;
  late: Generated<boolean>;
  reversed: Generated<boolean>;
  contested: Generated<boolean>;
  blocked_by: 'national-government' | 'court' | 'council' | 'funds' | null;
  rationale: LocalisedColumn | null;
  reason: LocalisedColumn | null;
  published_on: string | null;
}

export interface StatusDraft {
  assessment_id: string;
  priority_id: string;
  rationale: LocalisedColumn;
  late: Generated<boolean>;
  reversed: Generated<boolean>;
  blocked_by: 'national-government' | 'court' | 'council' | 'funds' | null;
  version: Generated<number>;
}

export interface Tally {
  round_id: string;
  municipality_id: string | null;
  field_id: string | null;
  priorities: number;
  fully: number;
  partly: number;
  not_addressed: number;
  no_data: number;
  not_assessable: number;
  not_assessed: number;
  initiated: number;
  contested: number;
  municipalities: number;
  frozen_count: number | null;
  frozen_is: 'exact' | 'at-least' | null;
}

export interface TrainingCount {
  id: string;
  key: string;
  organisation_id: string;
  year: number;
  version: number;
  trainings: number;
  people: number | null;
  note: LocalisedColumn | null;
}

export interface Upload {
  id: string;
  account_id: string;
  kind: string;
  name: string;
  size_bytes: number;
  announced_sha256: string;
  received_bytes: Generated<number>;
  original_sha256: string | null;
  copy_sha256: string | null;
  began_at: Date;
}

export interface UploadPiece {
  upload_id: string;
  starts_at: number;
  bytes: Buffer;
}

export interface VoicedNeed {
  id: string;
  municipality_id: string;
  mandate_id: string;
  session_id: string | null;
  position: number;
  statement: string;
  language: Generated<string>;
  translation: Generated<string>;
  field_id: string | null;
  unit_id: string | null;
  place: Generated<string>;
  speaker: Generated<string>;
  review: Generated<'open' | 'accepted' | 'withheld'>;
  review_note: Generated<string>;
  need_id: string | null;
  row_key: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  folded: Generated<string | null>;
  words: Generated<string | null>;
  reviewed_by: string | null;
}

export interface DB {
  account: Account;
  account_link: AccountLink;
  administrative_unit: AdministrativeUnit;
  amendment: Amendment;
  amendment_answer: AmendmentAnswer;
  announced_action: AnnouncedAction;
  approval_count: ApprovalCount;
  approval_poll: ApprovalPoll;
  article: Article;
  article_draft: ArticleDraft;
  article_draft_picture: ArticleDraftPicture;
  article_person: ArticlePerson;
  article_picture: ArticlePicture;
  article_version: ArticleVersion;
  asked_question: AskedQuestion;
  assessment: Assessment;
  audit_event: AuditEvent;
  authenticator: Authenticator;
  candidacy: Candidacy;
  candidate_answer: CandidateAnswer;
  candidate_order: CandidateOrder;
  candidate_priority: CandidatePriority;
  candidate_ranking: CandidateRanking;
  card: Card;
  card_batch: CardBatch;
  card_form: CardForm;
  card_issue: CardIssue;
  card_second_entry: CardSecondEntry;
  catalogue_item: CatalogueItem;
  citation: Citation;
  codebook: Codebook;
  codebook_code: CodebookCode;
  coding: Coding;
  coding_commitment: CodingCommitment;
  coding_evidence: CodingEvidence;
  coding_search: CodingSearch;
  coding_seat: CodingSeat;
  coding_task: CodingTask;
  compilation: Compilation;
  compiled_candidate: CompiledCandidate;
  compiled_need: CompiledNeed;
  compiling_board: CompilingBoard;
  compiling_step: CompilingStep;
  component: Component;
  component_code: ComponentCode;
  component_code_evidence: ComponentCodeEvidence;
  conclusion: Conclusion;
  conclusion_follower: ConclusionFollower;
  conclusion_outcome: ConclusionOutcome;
  conflict_of_interest: ConflictOfInterest;
  context_draft: ContextDraft;
  context_municipality: ContextMunicipality;
  context_period: ContextPeriod;
  contract: Contract;
  contract_comment: ContractComment;
  contract_draft: ContractDraft;
  contract_paper: ContractPaper;
  contract_version: ContractVersion;
  correction_code: CorrectionCode;
  correction_draft: CorrectionDraft;
  county: County;
  credential: Credential;
  cycle: Cycle;
  deadline_reminder: DeadlineReminder;
  declaration: Declaration;
  declaration_funding: DeclarationFunding;
  directory_change: DirectoryChange;
  dispute: Dispute;
  dispute_decision: DisputeDecision;
  dispute_notice: DisputeNotice;
  donor: Donor;
  door_act: DoorAct;
  draft_component: DraftComponent;
  draft_place: DraftPlace;
  draft_priority: DraftPriority;
  election: Election;
  election_candidate: ElectionCandidate;
  election_winner: ElectionWinner;
  event: Event;
  event_attendance: EventAttendance;
  event_correction: EventCorrection;
  event_document: EventDocument;
  event_item: EventItem;
  event_municipality: EventMunicipality;
  event_party: EventParty;
  event_person: EventPerson;
  event_photo: EventPhoto;
  event_plan: EventPlan;
  event_plan_conclusion: EventPlanConclusion;
  event_plan_document: EventPlanDocument;
  event_plan_item: EventPlanItem;
  event_plan_municipality: EventPlanMunicipality;
  event_plan_party: EventPlanParty;
  event_plan_person: EventPlanPerson;
  event_plan_photo: EventPlanPhoto;
  event_plan_topic: EventPlanTopic;
  event_speaker_link: EventSpeakerLink;
  event_text: EventText;
  event_topic: EventTopic;
  evidence: Evidence;
  evidence_blur: EvidenceBlur;
  evidence_capture: EvidenceCapture;
  evidence_component: EvidenceComponent;
  evidence_file: EvidenceFile;
  evidence_item: EvidenceItem;
  evidence_item_component: EvidenceItemComponent;
  evidence_reader: EvidenceReader;
  experience: Experience;
  experience_correction: ExperienceCorrection;
  experience_draft: ExperienceDraft;
  experience_evidence: ExperienceEvidence;
  experience_priority: ExperiencePriority;
  experience_try: ExperienceTry;
  experience_try_draft: ExperienceTryDraft;
  field: Field;
  file: File;
  file_page: FilePage;
  file_text: FileText;
  floor: Floor;
  floor_poll: FloorPoll;
  floor_poll_option: FloorPollOption;
  floor_question: FloorQuestion;
  floor_support: FloorSupport;
  floor_turn: FloorTurn;
  floor_vote: FloorVote;
  form_draft: FormDraft;
  forum: Forum;
  forum_candidate: ForumCandidate;
  forum_item: ForumItem;
  forum_plan: ForumPlan;
  forum_priority: ForumPriority;
  forum_question: ForumQuestion;
  forum_seat: ForumSeat;
  forum_turn: ForumTurn;
  funded_work: FundedWork;
  given_answer: GivenAnswer;
  given_reply: GivenReply;
  grant_programme: GrantProgramme;
  handled_form: HandledForm;
  imported_article: ImportedArticle;
  imported_picture: ImportedPicture;
  information_request: InformationRequest;
  information_request_component: InformationRequestComponent;
  installation: Installation;
  invitation: Invitation;
  issue_score: IssueScore;
  join_application: JoinApplication;
  join_message: JoinMessage;
  kept_form: KeptForm;
  letter_answer: LetterAnswer;
  library_entry: LibraryEntry;
  library_word: LibraryWord;
  link_request: LinkRequest;
  listening_attendance: ListeningAttendance;
  listening_facilitator: ListeningFacilitator;
  listening_photo: ListeningPhoto;
  listening_session: ListeningSession;
  mail_outbox: MailOutbox;
  mandate: Mandate;
  member_answer: MemberAnswer;
  member_question: MemberQuestion;
  membership: Membership;
  methodology_draft: MethodologyDraft;
  methodology_signature: MethodologySignature;
  methodology_version: MethodologyVersion;
  migration: Migration;
  monitoring_report: MonitoringReport;
  monitoring_report_file: MonitoringReportFile;
  municipality: Municipality;
  need: Need;
  need_correction: NeedCorrection;
  need_placement: NeedPlacement;
  old_address: OldAddress;
  organisation: Organisation;
  partner: Partner;
  passkey: Passkey;
  passkey_challenge: PasskeyChallenge;
  person: Person;
  photo_withdrawal: PhotoWithdrawal;
  population: Population;
  post: Post;
  priority: Priority;
  priority_need: PriorityNeed;
  priority_place: PriorityPlace;
  public_copy: PublicCopy;
  publication: Publication;
  publication_author: PublicationAuthor;
  publication_draft: PublicationDraft;
  publication_draft_file: PublicationDraftFile;
  publication_file: PublicationFile;
  publication_freeze: PublicationFreeze;
  publication_run: PublicationRun;
  publication_run_part: PublicationRunPart;
  published_figure: PublishedFigure;
  question_answer: QuestionAnswer;
  question_support: QuestionSupport;
  questionnaire: Questionnaire;
  questionnaire_answer: QuestionnaireAnswer;
  questionnaire_text: QuestionnaireText;
  rate_bucket: RateBucket;
  record_version: RecordVersion;
  recovery_code: RecoveryCode;
  registration: Registration;
  registration_count: RegistrationCount;
  registration_mode: RegistrationMode;
  registration_notice: RegistrationNotice;
  registration_plan: RegistrationPlan;
  reply: Reply;
  reply_action: ReplyAction;
  reply_attachment: ReplyAttachment;
  reply_code_change: ReplyCodeChange;
  reply_document: ReplyDocument;
  reply_extension: ReplyExtension;
  reply_link: ReplyLink;
  reply_reminder: ReplyReminder;
  reply_request: ReplyRequest;
  reply_text: ReplyText;
  report_run: ReportRun;
  report_text: ReportText;
  resident_view: ResidentView;
  resident_view_count: ResidentViewCount;
  resident_view_uncounted: ResidentViewUncounted;
  role_grant: RoleGrant;
  round: Round;
  round_agreement: RoundAgreement;
  round_agreement_pair: RoundAgreementPair;
  round_plan: RoundPlan;
  search_document: SearchDocument;
  search_word: SearchWord;
  self_assessment: SelfAssessment;
  settled_code: SettledCode;
  settled_evidence: SettledEvidence;
  sign_in: SignIn;
  sign_in_attempt: SignInAttempt;
  sign_in_verification: SignInVerification;
  signature: Signature;
  signature_correction: SignatureCorrection;
  site_import: SiteImport;
  site_import_line: SiteImportLine;
  source: Source;
  start_mark: StartMark;
  status: Status;
  status_draft: StatusDraft;
  tally: Tally;
  training_count: TrainingCount;
  upload: Upload;
  upload_piece: UploadPiece;
  voiced_need: VoicedNeed;
}
