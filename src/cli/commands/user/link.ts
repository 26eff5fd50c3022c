import { linkForUser } from '#features/accounts/server/operator.ts';
import { defaultLanguage, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { readArguments, type Call } from '../../command.ts';
import { readEmail } from './given-role.ts';
import { withApp } from './with-app.ts';

/** The page on which a password is set. */
export function passwordAddress({ config }: App, language: Language, token: string): string {
  return `${config.publicUrl}/${language}/sign-in/new-password?token=${token}`;
}

export async function linkCommand(call: Call): Promise<number> {
  const { positionals } = readArguments(call.args, {}, 1);
  const address = readEmail(positionals[0] ?? '', call);
  if (address === undefined) return 1;
  return withApp(call, async (app) => {
    const token = await linkForUser(app, address);
    if (token === undefined) {
      call.err.write(`${call.t('cli.user.none', { email: address })}\n`);
      return 1;
    }
    call.out.write(`${call.t('cli.user.link')}\n${passwordAddress(app, defaultLanguage, token)}\n`);
    return 0;
  });
}
