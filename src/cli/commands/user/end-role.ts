import { endRoleOfUser } from '#features/accounts/server/operator.ts';
import { readArguments, type Call } from '../../command.ts';
import { readEmail, readGivenRole, roleOptions } from './given-role.ts';
import { withApp } from './with-app.ts';

export async function endRoleCommand(call: Call): Promise<number> {
  const { out, err, t } = call;
  const { values, positionals } = readArguments(call.args, roleOptions, 1);
  const address = readEmail(positionals[0] ?? '', call);
  if (address === undefined) return 1;
  return withApp(call, async (app) => {
    const role = await readGivenRole(app, values, call);
    if (!role) return 1;
    const outcome = await endRoleOfUser(app, address, role);
    switch (outcome) {
      case 'ended':
        out.write(`${t('cli.user.role-ended', { email: address, role: role.role })}\n`);
        return 0;
      case 'no-account':
        err.write(`${t('cli.user.none', { email: address })}\n`);
        return 1;
      case 'no-role':
        err.write(`${t('cli.user.no-role', { email: address })}\n`);
        return 1;
    }
  });
}
