import { z } from 'zod';
import { optionalText } from '#forms/fields.ts';
import type { Fields } from '#forms/form.ts';

/** A source as somebody writes it down: what it is called, and where it is read. */
export interface NamedSource {
  title: string;
  url: string;
}

/** As many as a form has lines for. */
export const namedSourceLines = [1, 2, 3] as const;

const title = optionalText(300);
const url = optionalText(500).pipe(
  z.string().refine((value) => value === '' || /^https?:\/\/[^\s]+$/i.test(value), 'source.fault.address'),
);

/** The fields of a form's lines for sources. */
export const namedSourceFields = {
  source_title_1: title,
  source_url_1: url,
  source_title_2: title,
  source_url_2: url,
  source_title_3: title,
  source_url_3: url,
};

type Given = { [Name in keyof typeof namedSourceFields]: string };

/** The lines that say something; one without a title is called by its address. */
export function namedSourcesOf(given: Given): NamedSource[] {
  return namedSourceLines
    .map((line) => ({ title: given[`source_title_${line}`], url: given[`source_url_${line}`] }))
    .filter((source) => source.title !== '' || source.url !== '')
    .map((source) => ({ title: source.title || source.url, url: source.url }));
}

/** As the form shows them. */
export function namedSourcesAsFields(sources: readonly NamedSource[]): Fields {
  return Object.fromEntries(
    sources.slice(0, namedSourceLines.length).flatMap(({ title: words, url: address }, index) => [
      [`source_title_${index + 1}`, words],
      [`source_url_${index + 1}`, address],
    ]),
  );
}

/** What a column of the work holds. */
export const namedSources = z.array(z.object({ title: z.string(), url: z.string() }));
