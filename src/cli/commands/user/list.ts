import { listUsers } from '#features/accounts/server/operator.ts';
import { readArguments, type Call } from '../../command.ts';
import { withApp } from './with-app.ts';

/** One line a role, its parts parted by tabs: address, name, role, organisation, municipality, until. */
export async function listCommand(call: Call): Promise<number> {
  readArguments(call.args, {}, 0);
  return withApp(call, async (app) => {
    for (const user of await listUsers(app)) {
      const parts = [user.email, user.name, user.role, user.organisation, user.municipality, user.until];
      call.out.write(`${parts.map((part) => part ?? '').join('\t')}\n`);
    }
    return 0;
  });
}
