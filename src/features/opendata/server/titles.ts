import type { PackageTitles } from '#server/datapackage/descriptor.ts';
import type { RecordName } from './service.ts';

const licences = [
  { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  { name: 'ODbL-1.0', title: 'Open Data Commons Open Database License (places)', path: 'https://opendatacommons.org/licenses/odbl/1-0/' },
];

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
        title: 'Regjistri i rrjetit POP / The record of the POP network',
        description:
          'Kontratat Sociale, nënshkrimet dhe gjendja e prioriteteve, me burime. Vendet: © kontribuesit e OpenStreetMap. / Social Contracts, signatures and the status of priorities, with sources. Places: © OpenStreetMap contributors.',
        licences,
      };
}
