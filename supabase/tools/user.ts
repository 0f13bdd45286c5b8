/** `npm run user -- add | list | change | disable | enable | password`: accounts, on every tier. Makes the first admin. */
import { generatePassword, PASSWORD_LENGTH } from '../../src/core/rights/password.ts';
import { consoleLanguage, Refusal, runCommand, say } from '../local/text.ts';
import {
  addAccount,
  changeAccount,
  checkPassword,
  disableAccount,
  enableAccount,
  listAccounts,
  setPassword,
} from '../local/accounts.ts';
import type { Account } from '../local/accounts.ts';
import { readArguments } from './arguments.ts';
import { askUnseen, readLine } from './ask-password.ts';
import { openToolDatabase } from './database.ts';
import type { ToolDatabase } from './database.ts';

const makePassword = (): string => generatePassword((numbers) => crypto.getRandomValues(numbers));

const OPTIONS = {
  role: { type: 'string' },
  district: { type: 'string' },
  name: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  generate: { type: 'boolean', default: false },
} as const;

type Flags = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

/** @returns the password, and whether it was made here and has to be told */
async function choosePassword(flags: Flags): Promise<{ password: string; made: boolean }> {
  if (flags.generate) return { password: makePassword(), made: true };
  const typed =
    flags['password-stdin'] || !process.stdin.isTTY
      ? await readLine()
      : await askUnseen(say('tools.userAskPassword', { length: PASSWORD_LENGTH }));
  if (typed === '' && !flags['password-stdin']) return { password: makePassword(), made: true };
  checkPassword(typed);
  return { password: typed, made: false };
}

/** With its zone: the machine's clock need not be the reader's. */
const whenText = (at: string): string =>
  new Date(at).toLocaleString(consoleLanguage(), { dateStyle: 'short', timeStyle: 'long' });

function describe(account: Account): string {
  const state = account.disabledAt ? say('tools.userStateDisabled') : say('tools.userStateActive');
  const role = account.role ?? say('tools.userNoProfile');
  const seen = account.lastSignInAt ? whenText(account.lastSignInAt) : '—';
  return [
    account.email,
    role,
    account.districtCode ?? '—',
    account.displayName ?? '—',
    state,
    seen,
  ].join('\t');
}

type Verb = (db: ToolDatabase, email: string, flags: Flags) => Promise<void>;

const VERBS: Readonly<Record<string, Verb>> = {
  async add(db, email, flags) {
    if (!flags.role) throw new Refusal('tools.userUsage');
    const { password, made } = await choosePassword(flags);
    const name = flags.name ?? email.split('@')[0] ?? email;
    const districtCode = flags.district ?? '0';
    await addAccount(db, { email, password, role: flags.role, districtCode, displayName: name });
    console.log(say('tools.userAdded', { email, role: flags.role, district: districtCode }));
    if (made) console.log(say('tools.userPasswordMade', { password }));
  },
  async change(db, email, { role, district, name }) {
    if (role === undefined && district === undefined && name === undefined)
      throw new Refusal('tools.userUsage');
    const wish = {
      ...(role && { role }),
      ...(district && { districtCode: district }),
      ...(name && { displayName: name }),
    };
    await changeAccount(db, email, wish);
    console.log(say('tools.userChanged', { email }));
  },
  async disable(db, email) {
    await disableAccount(db, email);
    console.log(say('tools.userDisabled', { email }));
  },
  async enable(db, email) {
    await enableAccount(db, email);
    console.log(say('tools.userEnabled', { email }));
  },
  async password(db, email, flags) {
    const { password, made } = await choosePassword(flags);
    await setPassword(db, email, password);
    console.log(say('tools.userPasswordSet', { email }));
    if (made) console.log(say('tools.userPasswordMade', { password }));
  },
};

await runCommand(async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), OPTIONS, 'tools.userUsage');
  const [verb = '', email, ...more] = positionals;
  const act = VERBS[verb];
  const complete = verb === 'list' ? !email : act && email && more.length === 0;
  if (!complete) throw new Refusal('tools.userUsage');
  const db = await openToolDatabase();
  try {
    if (act && email) return await act(db, email, values);
    const accounts = await listAccounts(db);
    console.log(accounts.length > 0 ? accounts.map(describe).join('\n') : say('tools.userNone'));
  } finally {
    await db.close();
  }
});
