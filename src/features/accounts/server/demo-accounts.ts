import { createHmac } from 'node:crypto';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import type { Role } from '../role.ts';
import { insertAccount, writePassword } from './accounts-store.ts';
import { hashPassword } from './password-hash.ts';
import { findScope } from './operator.ts';
import { insertGrant } from './roles-store.ts';
import { secretOf } from '#server/secret.ts';
import { base32 } from './totp.ts';

interface DemoAccount {
  email: string;
  name: string;
  role?: Role;
  organisation?: string;
  municipality?: string;
}

/** They have worked there since before anything that the demonstration shows. */
const since = '2025-01-01';

const here = { organisation: 'ullinjte-e-paqes' };

/** Invented people of the invented network: one for each role, those with whom they work on a round, and an editor of another municipality. */
const demoAccounts: readonly DemoAccount[] = [
  { email: 'banore@demo.example', name: 'Drita Banorja' },
  { email: 'facilitatore@demo.example', name: 'Mira Facilitatorja', role: 'facilitator', ...here },
  { email: 'monitor@demo.example', name: 'Luan Monitoruesi', role: 'monitor', ...here },
  { email: 'kodues@demo.example', name: 'Arben Koduesi', role: 'monitor', ...here },
  {
    email: 'koduese.kripale@demo.example',
    name: 'Sonila Koduesja',
    role: 'monitor',
    organisation: 'kripa-dhe-era',
  },
  { email: 'redaktore@demo.example', name: 'Teuta Redaktorja', role: 'editor', ...here },
  { email: 'redaktor.dyte@demo.example', name: 'Gent Redaktori', role: 'editor', ...here },
  {
    email: 'bashkia@demo.example',
    name: 'Besnik Bashkiaku',
    role: 'municipality-contact',
    municipality: 'ullimare',
  },
  { email: 'koordinatore@demo.example', name: 'Vjosa Koordinatorja', role: 'coordinator' },
  { email: 'administrator@demo.example', name: 'Ilir Administratori', role: 'administrator' },
  {
    email: 'redaktor.kripale@demo.example',
    name: 'Agron Redaktori',
    role: 'editor',
    organisation: 'kripa-dhe-era',
  },
];

/** One password for all of them, made from the installation's secret: the same at every start, another elsewhere. */
export function demoPassword({ config }: Pick<App, 'config'>): string {
  const letters = base32(
    createHmac('sha256', secretOf(config)).update('demo accounts').digest(),
  ).toLowerCase();
  return `demo-${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}

/**
 * Makes the demonstration's accounts where they are missing, and tells them. In a demonstration only: the real record has no
 * such accounts.
 */
export async function provideDemoAccounts(app: App, say: (text: string) => void): Promise<void> {
  if (!app.config.demo) return;
  const password = demoPassword(app);
  const hash = await hashPassword(password);
  for (const account of demoAccounts) await provide(app, account, hash);
  say(`Sign in at ${app.config.publicUrl}/en/sign-in with the password ${password} as`);
  for (const { email, role = 'resident', organisation, municipality } of demoAccounts) {
    say(`  ${email.padEnd(30)} ${[role, organisation ?? municipality].filter(Boolean).join(', ')}`);
  }
}

async function provide(app: App, account: DemoAccount, hash: string): Promise<void> {
  const { email, name, role } = account;
  const scope = await findScope(app, {
    organisation: account.organisation,
    municipality: account.municipality,
  });
  await inTransaction(app.db, async (tx) => {
    const accountId = await insertAccount(tx, { email, name, isVerified: true, language: 'sq' });
    if (accountId === undefined) return;
    await writePassword(tx, accountId, hash, app.clock());
    if (role === undefined || scope.kind !== 'found') return;
    const { organisationId, municipalityId } = scope;
    await insertGrant(tx, {
      accountId,
      role,
      organisationId,
      municipalityId,
      since,
      until: null,
      grantedBy: null,
    });
  });
}
