import { idOf } from '#server/datapackage/ids.ts';
import type { Tx } from '#server/database/db.ts';
import { readCandidacies, type CandidacyRow } from './candidacy-store.ts';
import { freeKey, keyPart, orNull, type Publication } from './publication.ts';

/** Puts the candidates of the municipality that are not in the record yet into it, each with the source that names them. */
export async function publishCandidates(publication: Publication): Promise<void> {
  const { tx, plan } = publication;
  const rows = await readCandidacies(tx, plan.municipalityId, plan.mandateId);
  for (const row of rows.filter(({ candidateId }) => candidateId === null)) {
    await publishCandidate(publication, row);
  }
}

async function publishCandidate(publication: Publication, row: CandidacyRow): Promise<void> {
  const { tx } = publication;
  const personId = await personOf(publication, row);
  const key = await freeKey(
    tx,
    'election_candidate',
    `${row.municipalityKey}-${row.mandate}/${keyPart(row.name, 'candidate')}`,
  );
  const id = idOf('election_candidate', key);
  await tx
    .insertInto('election_candidate')
    .values({
      id,
      key,
      municipality_id: row.municipalityId,
      mandate_id: row.mandateId,
      election_id: await electionOf(tx, row),
      person_id: personId,
      party: orNull(row.party),
      coalition: orNull(row.coalition),
      withdrawn_on: row.withdrawnOn,
    })
    .execute();
  await tx.updateTable('candidacy').set({ candidate_id: id }).where('id', '=', row.id).execute();
  await citeSource(publication, row, id);
  publication.added('election_candidate', id);
}

/** The list, decision or article that the candidate was taken from. */
async function citeSource({ tx, today }: Publication, row: CandidacyRow, candidateId: string): Promise<void> {
  // One list names many: they share it as their source.
  const mark = idOf('source', `${row.sourceTitle} ${row.sourceUrl}`).slice(0, 8);
  const key = `candidates/${row.municipalityKey}-${row.mandate}/${keyPart(row.sourceTitle, 'list')}-${mark}`;
  const source = { id: idOf('source', key), key, title: row.sourceTitle, url: orNull(row.sourceUrl) };
  await tx
    .insertInto('source')
    .values({ ...source, published_on: today })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await tx
    .insertInto('citation')
    .values({
      subject_id: candidateId,
      subject_kind: 'election_candidate',
      source_id: source.id,
      position: 1,
    })
    .execute();
}

/** Someone of this name whom the record already knows in this municipality; another one elsewhere is not taken for the same. */
async function personOf(publication: Publication, row: CandidacyRow): Promise<string> {
  const { tx } = publication;
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where('name', '=', row.name)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('post')
            .select('post.id')
            .whereRef('post.person_id', '=', 'person.id')
            .where('post.municipality_id', '=', row.municipalityId),
        ),
        eb.exists(
          eb
            .selectFrom('election_candidate')
            .select('election_candidate.id')
            .whereRef('election_candidate.person_id', '=', 'person.id')
            .where('election_candidate.municipality_id', '=', row.municipalityId),
        ),
      ]),
    )
    .executeTakeFirst();
  if (known) return known.id;
  const key = await freeKey(tx, 'person', keyPart(row.name, `person-${row.municipalityKey}`));
  const id = idOf('person', key);
  await tx.insertInto('person').values({ id, key, name: row.name }).execute();
  publication.added('person', id);
  return id;
}

async function electionOf(tx: Tx, row: CandidacyRow): Promise<string | null> {
  const election = await tx
    .selectFrom('election')
    .select('id')
    .where('mandate_id', '=', row.mandateId)
    .where('kind', '=', 'general')
    .where((eb) => eb.or([eb('municipality_id', 'is', null), eb('municipality_id', '=', row.municipalityId)]))
    .orderBy('held_on', 'desc')
    .executeTakeFirst();
  return election?.id ?? null;
}
