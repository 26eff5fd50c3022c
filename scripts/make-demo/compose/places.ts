import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { randomFor } from '../random.ts';
import { counties, genitiveOf, municipalities, type MunicipalityPlan } from '../record/places.ts';

/** Key of a unit of a municipality: 'boremal-dimerishte'. */
export function unitKey(municipality: string, unit: string): string {
  return `${slugOf(municipality)}-${slugOf(unit)}`;
}

interface Count {
  2011: number;
  2023: number;
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function addPopulation(
  draft: Draft,
  kind: 'county' | 'municipality' | 'unit',
  key: string,
  count: Count,
): void {
  for (const year of [2011, 2023] as const) {
    draft.add('populations', { id: `${kind}/${key}/${year}`, [kind]: key, year, people: count[year] });
  }
}

function addMunicipality(draft: Draft, plan: MunicipalityPlan, index: number): Count {
  const key = slugOf(plan.name);
  const random = randomFor(`place:${key}`);
  const total: Count = { 2011: 0, 2023: 0 };
  for (const [position, unit] of plan.units.entries()) {
    const id = unitKey(plan.name, unit.name);
    // Every one of them has lost people since 2011, the villages most.
    const before = Math.round(
      unit.people * (position === 0 ? 1.04 + random.next() * 0.14 : 1.16 + random.next() * 0.3),
    );
    total[2011] += before;
    total[2023] += unit.people;
    draft.add('administrative-units', {
      id,
      municipality: key,
      name: unit.name,
      voters: Math.round(unit.people * (1.02 + random.next() * 0.2)),
      voters_year: 2023,
      longitude: round4(plan.longitude + (position === 0 ? 0 : (random.next() - 0.5) * 0.18)),
      latitude: round4(plan.latitude + (position === 0 ? 0 : (random.next() - 0.5) * 0.14)),
    });
    addPopulation(draft, 'unit', id, { 2011: before, 2023: unit.people });
  }
  draft.add('municipalities', {
    id: key,
    county: slugOf(plan.county),
    name: plan.name,
    code: `X${String(index + 1).padStart(2, '0')}`,
    seat: plan.units[0]?.name,
    area_km2: plan.area,
    voters: Math.round(total[2023] * 1.11),
    voters_year: 2023,
    longitude: plan.longitude,
    latitude: plan.latitude,
  });
  addPopulation(draft, 'municipality', key, total);
  return total;
}

/** Counties, municipalities, units and their populations into the draft. */
export function addPlaces(draft: Draft): void {
  const totals = new Map<string, Count>();
  for (const [index, plan] of municipalities.entries()) {
    const count = addMunicipality(draft, plan, index);
    const sofar = totals.get(plan.county) ?? { 2011: 0, 2023: 0 };
    totals.set(plan.county, { 2011: sofar[2011] + count[2011], 2023: sofar[2023] + count[2023] });
  }
  for (const { name, code } of counties) {
    const key = slugOf(name);
    draft.add('counties', {
      id: key,
      name,
      full_name: [`Qarku i ${genitiveOf(name)}`, `${name} County`],
      code,
      seat: name,
    });
    addPopulation(draft, 'county', key, totals.get(name) ?? { 2011: 0, 2023: 0 });
  }
}
