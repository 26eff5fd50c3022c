import { newPassword } from '#features/accounts/schema.ts';
import { addUser } from '#features/accounts/server/operator.ts';
import { defaultLanguage, isLanguage } from '#i18n/languages.ts';
import { readArguments, UsageError, type Call } from '../../command.ts';
import { readEmail, readGivenRole, roleOptions } from './given-role.ts';
import { passwordAddress } from './link.ts';
import { withApp } from './with-app.ts';

const options = {
  ...roleOptions,
  name: { type: 'string' },
  language: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

export async function addUserCommand(call: Call): Promise<number> {
  const { out, err, t } = call;
  const { values, positionals } = readArguments(call.args, options, 1);
  const address = readEmail(positionals[0] ?? '', call);
  const language = values.language ?? defaultLanguage;
  if (!isLanguage(language)) throw new UsageError();
  if (address === undefined) return 1;
  const password = values['password-stdin'] === true ? await readPassword(call) : undefined;
  if (password !== undefined && !newPassword().safeParse(password).success) {
    err.write(`${t('cli.user.password-short')}\n`);
    return 1;
  }
  return withApp(call, async (app) => {
    const role = await readGivenRole(app, values, call);
    if (!role) return 1;
    const name = values.name?.trim() || address;
    const added = await addUser(app, { email: address, name, language, password, role });
    if (added.isNew) out.write(`${t('cli.user.added', { email: address })}\n`);
    const granted = added.isGranted ? 'cli.user.role-given' : 'cli.user.role-held';
    out.write(`${t(granted, { email: address, role: role.role })}\n`);
    if (password !== undefined) out.write(`${t('cli.user.password-set')}\n`);
    if (added.token !== undefined) {
      out.write(`${t('cli.user.link')}\n${passwordAddress(app, language, added.token)}\n`);
    }
    return 0;
  });
}

/** What is piped in, without the line end that `echo` adds. */
async function readPassword(call: Call): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of call.in ?? []) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text.replace(/\r?\n$/, '');
}
