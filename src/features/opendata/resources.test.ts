import { expect, test } from 'vitest';
import { describeTables } from '#server/database/describe.ts';
import { describeResources } from '#server/datapackage/describe-resources.ts';
import { useDatabase } from '#testing/database.ts';
import { recordResources } from './resources.ts';

const database = useDatabase();

/** Tables of the installation, of its people and of work that is not published yet, or made from others: no part of the record. */
const notOfTheRecord = [
  'account',
  'account_link',
  'announced_action',
  'approval_count',
  'approval_poll',
  'article_draft',
  'article_draft_picture',
  'asked_question',
  'assessment',
  'audit_event',
  'authenticator',
  'candidacy',
  'candidate_order',
  'candidate_priority',
  'candidate_ranking',
  'card',
  'card_batch',
  'card_form',
  'card_issue',
  'card_second_entry',
  'citation',
  'coding',
  'coding_commitment',
  'coding_evidence',
  'coding_search',
  'coding_seat',
  'coding_task',
  'compiled_need',
  'compiling_board',
  'compiling_step',
  'conflict_of_interest',
  'context_draft',
  'contract_comment',
  'contract_draft',
  'contract_paper',
  'contract_version',
  'correction_code',
  'correction_draft',
  'credential',
  'cycle',
  'deadline_reminder',
  'dispute_notice',
  'door_act',
  'draft_component',
  'draft_place',
  'draft_priority',
  'event_plan',
  'event_plan_conclusion',
  'event_plan_document',
  'event_plan_item',
  'event_plan_municipality',
  'event_plan_party',
  'event_plan_person',
  'event_plan_photo',
  'event_plan_topic',
  'event_speaker_link',
  'evidence_blur',
  'evidence_capture',
  'evidence_file',
  'evidence_item',
  'evidence_item_component',
  'evidence_reader',
  'experience_draft',
  'experience_try_draft',
  'file',
  'floor',
  'floor_poll',
  'floor_poll_option',
  'floor_question',
  'floor_support',
  'floor_turn',
  'floor_vote',
  'file_page',
  'file_text',
  'form_draft',
  'forum_item',
  'forum_plan',
  'forum_seat',
  'forum_turn',
  'given_answer',
  'given_reply',
  'handled_form',
  'imported_article',
  'imported_picture',
  'information_request',
  'information_request_component',
  'installation',
  'invitation',
  'join_application',
  'join_message',
  'kept_form',
  'library_entry',
  'library_word',
  'link_request',
  'listening_attendance',
  'listening_facilitator',
  'listening_photo',
  'listening_session',
  'mail_outbox',
  'member_answer',
  'member_question',
  'methodology_draft',
  'migration',
  'old_address',
  'passkey',
  'passkey_challenge',
  'public_copy',
  'publication_draft',
  'publication_draft_file',
  'publication_freeze',
  'publication_run',
  'publication_run_part',
  'question_support',
  'questionnaire',
  'questionnaire_answer',
  'questionnaire_text',
  'rate_bucket',
  'record_version',
  'recovery_code',
  'registration',
  'registration_count',
  'registration_mode',
  'registration_notice',
  'registration_plan',
  'reply_document',
  'reply_extension',
  'reply_link',
  'reply_reminder',
  'reply_request',
  'reply_text',
  'report_run',
  'report_text',
  'resident_view',
  'resident_view_count',
  'resident_view_uncounted',
  'role_grant',
  'round_plan',
  'search_document',
  'search_word',
  'self_assessment',
  'settled_code',
  'settled_evidence',
  'sign_in',
  'sign_in_attempt',
  'sign_in_verification',
  'site_import',
  'site_import_line',
  'start_mark',
  'status_draft',
  'tally',
  'upload',
  'upload_piece',
  'voiced_need',
];

test('every table of the database is a file of the package, or stands in the list of those that are not', async () => {
  const client = await database().pool.connect();
  try {
    const tables = new Set((await describeTables(client)).map(({ table }) => table));
    expect([...recordResources.map(({ table }) => table), ...notOfTheRecord].toSorted()).toEqual(
      [...tables].toSorted(),
    );
  } finally {
    client.release();
  }
});

test('a file follows in the order after every file that it refers to', async () => {
  const client = await database().pool.connect();
  try {
    const seen = new Set<string>();
    for (const { table, columns } of await describeResources(client, recordResources)) {
      for (const { cell } of columns) {
        // A later version refers to the first one, which comes before it in the same file.
        if (cell.kind === 'reference' && cell.table !== table) expect(seen).toContain(cell.table);
      }
      seen.add(table);
    }
  } finally {
    client.release();
  }
});

test('names of files are words with hyphens, each once', () => {
  const names = recordResources.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
