import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every violation on the page of WCAG 2.0 to 2.2, A and AA, and of good practice, one line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await builderFor(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  );
}

/** What is too pale to be read or too small to be met: all that can differ between schemes and widths of one page. */
export async function visibleViolationsOn(page: Page): Promise<string[]> {
  const { violations } = await builderFor(page).withRules(['color-contrast', 'target-size']).analyze();
  return violations.flatMap(({ nodes }) =>
    nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  );
}

/**
 * In one call in the page itself, and without a report of what is in order: a third of the time. What is lost are frames of
 * other sites, and we have none.
 */
function builderFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}
