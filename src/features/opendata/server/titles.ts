import type { PackageTitles } from '#server/datapackage/descriptor.ts';
import type { RecordName } from '#server/datapackage/import-package.ts';

export const licences = [
  {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    name: 'ODbL-1.0',
    title: 'Open Data Commons Open Database License (places)',
    path: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
] as const;

/** Names and licences of the package that an installation exports. */
export function titlesOf(record: RecordName | undefined): PackageTitles {
  return record === 'demo'
    ? {
        name: 'pop-demo-record',
        title: 'Rrjet i shpikur për demonstrim / An invented network for demonstration',
        description: 'Asgjë këtu nuk është e vërtetë. / Nothing here is real.',
        licences,
      }
    : {
        name: 'pop-record',
        title: 'POP: regjistri publik i Kontratave Sociale / POP: the public record of Social Contracts',
        description:
          'Vendet, rrjeti, kontratat, prioritetet, gjendjet dhe shifrat e botuara, çdo rresht me burimin e tij. Vendet: © kontribuesit e OpenStreetMap. / Places, the network, contracts, priorities, published statuses and figures, each row with its source. Places: © OpenStreetMap contributors.',
        licences,
      };
}
