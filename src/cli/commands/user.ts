import { UsageError, type Command } from '../command.ts';
import { addUserCommand } from './user/add.ts';
import { endRoleCommand } from './user/end-role.ts';
import { linkCommand } from './user/link.ts';
import { listCommand } from './user/list.ts';

export const userCommand: Command = {
  name: 'user',
  usage:
    'user add EMAIL --role ROLE [--name NAME] [--organisation KEY] [--municipality KEY] [--language sq|en] [--password-stdin] | user list | user end-role EMAIL --role ROLE … | user link EMAIL',
  about: 'cli.user.about',
  help: 'cli.user.help',
  run: async (call) => {
    const [name, ...args] = call.args;
    switch (name) {
      case 'add':
        return addUserCommand({ ...call, args });
      case 'list':
        return listCommand({ ...call, args });
      case 'end-role':
        return endRoleCommand({ ...call, args });
      case 'link':
        return linkCommand({ ...call, args });
      default:
        throw new UsageError();
    }
  },
};
