import { formatsFor } from '#i18n/format.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { spreadBetween, stepsOfShares, type PlaceSpread } from '../spread.ts';
import { comparisonOfRow, figuresOf } from './rounds.ts';
import { talliesOf } from './tallies.ts';

/** More dots than this hide each other, and their table is longer than anyone reads. */
const mostDots = 150;

/**
 * The spread of each indicator between the municipalities of one round: each by name with its shares, or, where they are
 * too many to be told apart, how many stand in each step of the scale.
 */
export const spreadOfRound = perVersion(
  async (app, roundId: string, fieldId: string | undefined, shownAs?: string) => {
    const tallies = talliesOf(app, shownAs);
    const rows = await tallies.ofMunicipalities({
      roundIds: [roundId],
      ...(fieldId ? { fieldId } : {}),
    });
    const { compare } = formatsFor(defaultLanguage);
    if (rows.length > mostDots) {
      const nameless = rows.map((row) => ({ name: '', figures: comparisonOfRow(row) }));
      const same = () => 0;
      const fully = spreadBetween(nameless, 'fullyAddressed', same);
      const atLeastPartly = spreadBetween(nameless, 'atLeastPartlyAddressed', same);
      return {
        kind: 'steps' as const,
        fully: stepsOf(fully),
        atLeastPartly: stepsOf(atLeastPartly),
        leftOut: fully.leftOut.length,
      };
    }
    const municipalities = await tallies.municipalities([roundId], '', mostDots);
    const byMunicipality = new Map(rows.map((row) => [row.municipalityId, row]));
    const places = municipalities.flatMap(({ id, key, name }) => {
      const row = byMunicipality.get(id);
      return row ? [{ key, name, figures: figuresOf(row) }] : [];
    });
    const fully = spreadBetween(places, 'fullyAddressed', compare);
    const atLeastPartly = spreadBetween(places, 'atLeastPartlyAddressed', compare);
    return {
      kind: 'dots' as const,
      places: places.toSorted((a, b) => compare(a.name, b.name)),
      fully: dotsOf(fully),
      atLeastPartly: dotsOf(atLeastPartly),
      leftOut: fully.leftOut.length,
    };
  },
);

function dotsOf({ points, spread }: PlaceSpread<{ key: string; name: string }>) {
  return {
    points: points.map(({ place, percent }) => ({ key: place.key, label: place.name, percent })),
    five: spread ?? null,
  };
}

function stepsOf({ points, spread }: PlaceSpread<unknown>) {
  return { steps: stepsOfShares(points.map(({ percent }) => percent)), five: spread ?? null };
}

export type RoundSpread = Awaited<ReturnType<typeof spreadOfRound>>;
