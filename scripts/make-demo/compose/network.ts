import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { profiles } from '../record/directory.ts';
import { donors, organisations } from '../record/network.ts';
import { benches, guests, type Bench } from '../record/people.ts';

/** Key of the member organisation that watches a municipality. */
export function watcherOf(municipality: string): string {
  return organisationOf(municipality).key;
}

export function organisationOf(municipality: string): (typeof organisations)[number] {
  const found = organisations.find(({ watches }) => watches === municipality);
  if (!found) throw new Error(`Nobody watches ${municipality}`);
  return found;
}

export function benchOf(municipality: string): Bench {
  const found = benches.find((bench) => bench.municipality === municipality);
  if (!found) throw new Error(`Nobody sits in ${municipality}`);
  return found;
}

function addOrganisations(draft: Draft): void {
  for (const one of organisations) {
    draft.add('organisations', {
      id: one.key,
      name: one.name,
      aliases: one.aliases,
      seat: one.seat,
      founded: one.founded,
      about: one.about,
      ...profiles[one.key],
    });
    const municipality = one.watches ? slugOf(one.watches) : null;
    draft.add('memberships', {
      id: `${one.key}/${municipality ?? 'network'}`,
      organisation: one.key,
      municipality,
      role: municipality ? 'member' : 'coordinator',
      since: one.since,
    });
  }
}

function addDonors(draft: Draft): void {
  for (const { key, name, through, note, programmes } of donors) {
    draft.add('donors', { id: key, name, through, note });
    for (const one of programmes) {
      draft.add('grant-programmes', {
        id: one.key,
        donor: key,
        name: one.name,
        starts: one.starts,
        ends: one.ends,
        note: one.note,
      });
    }
  }
}

/** The public offices of one town hall over both mandates. */
function addPosts(draft: Draft, bench: Bench): void {
  const municipality = slugOf(bench.municipality);
  function addPost(office: string, name: string, since: string, rest: Record<string, string>): void {
    const person = slugOf(name);
    draft.add('posts', {
      id: `${municipality}/${office}/${person}/${since.slice(0, 4)}`,
      person,
      municipality,
      office,
      since,
      ...rest,
    });
  }
  const [first, second] = bench.mayors;
  const rerun = municipality === 'gurevale';
  const until = rerun ? '2023-07' : '2023-06';
  if (bench.resigned) {
    const { name, acting, left, byElection } = bench.resigned;
    const elected = byElection.slice(0, 7);
    addPost('mayor', name, '2019-08', { until: left, elected_on: '2019-06-30' });
    addPost('acting-mayor', acting, left, { until: elected });
    addPost('mayor', first, elected, { until, elected_on: byElection });
  } else {
    addPost('mayor', first, '2019-08', { until, elected_on: '2019-06-30' });
  }
  addPost('mayor', second, rerun ? '2023-07' : '2023-06', {
    elected_on: rerun ? '2023-07-02' : '2023-05-14',
  });
  addPost('deputy-mayor', bench.deputy, '2023-09', {});
  addPost('council-chair', bench.chair, '2023-07', {});
}

function addPeople(draft: Draft): void {
  const names = benches.flatMap(({ mayors, deputy, chair, rival, resigned }) =>
    [...mayors, deputy, chair, rival, resigned?.name].filter((name) => name !== undefined),
  );
  for (const name of new Set([...names, ...guests])) {
    draft.add('people', { id: slugOf(name), name });
  }
}

/** Organisations, donors, people and posts into the draft. */
export function addNetwork(draft: Draft): void {
  addOrganisations(draft);
  addDonors(draft);
  addPeople(draft);
  for (const bench of benches) addPosts(draft, bench);
}
