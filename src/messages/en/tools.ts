import type { Translation } from '../shape.ts';
import type { tools as zh } from '../zh-CN/tools.ts';

export const tools: Translation<typeof zh> = {
  notPrepared:
    'This database does not hold the tables of Muster yet. Run npm start once (or supabase db push).',
  passwordShort: 'A password needs at least {{length}} characters.',
  passwordSimple:
    'The password is too simple: digits, neighbouring keys or repeated characters alone are not enough.',
  passwordOwn: 'The password must not contain the name, the address or the office of the account.',
  passwordCommon:
    'This is one of the most common passwords; choose another, such as a few unrelated words.',
  passwordLong: 'A password has at most 72 bytes.',
  emailWrong: '“{{email}}” is not an email address.',
  roleUnknown: 'There is no role “{{role}}”. Choose one of: {{roles}}',
  districtUnknown: 'There is no district with the code “{{code}}”.',
  accountExists: 'The account {{email}} already exists.',
  accountMissing: 'There is no account {{email}}.',
  backupMissing: 'There is no file {{path}}.',
  backupUnknown: '{{path}} is not a backup of Muster.',
  backupNewer: 'The backup {{path}} was made by a newer version; restore it with that version.',
  backupLine:
    'One line of the backup {{path}} is longer than any that a backup has: the file is damaged or malicious. Nothing was restored.',
  backupBroken: 'The backup {{path}} is incomplete or damaged; nothing was restored.',
  backupOtherSchema:
    'The backup {{path}} has another schema than this version (migration {{version}}); nothing was restored.',
  backupOtherTable:
    '{{table}} of the backup does not exist in this database; nothing was restored.',
  restoreRights:
    'The database user has too few privileges to restore: a superuser is needed, or GRANT SET ON PARAMETER session_replication_role.',
  backupWritten:
    'Backup written and checked: {{path}} ({{rows}} {{rows, plural(one: row; many: rows)}}, {{kilobytes}} KB)',
  backupUsage: 'Usage: npm run backup [-- <file>]',
  restoreUsage: 'Usage: npm run restore -- <backup file> [--yes]',
  restoreAsk:
    '{{path}} ({{made}}, {{rows}} {{rows, plural(one: row; many: rows)}}) will replace all data and accounts. Add --yes to confirm; what is there now is backed up first.',
  restored:
    '{{rows}} {{rows, plural(one: row; many: rows)}} restored (backup of {{made}}). Everyone has to sign in again.',
  restoredNewer:
    'The backup is {{count}} {{count, plural(one: migration; many: migrations)}} older than this version; what {{count, plural(one: it; many: they)}} added holds its defaults.',
  restoreAnewAsk:
    'The database that is there is damaged and does not open. It will be moved aside and recreated from {{path}} ({{made}}, {{rows}} {{rows, plural(one: row; many: rows)}}). Add --yes to confirm.',
  damagedAside: 'The damaged database was moved to {{path}}',
  savedBefore: 'What was there before is in {{path}}',
  userUsage:
    'Usage:\n  npm run user -- add <email> --role <role> [--district <code>] [--name <name>] [--password-stdin | --generate]\n  npm run user -- list\n  npm run user -- change <email> [--role <role>] [--district <code>] [--name <name>]\n  npm run user -- disable <email>\n  npm run user -- enable <email>\n  npm run user -- password <email> [--password-stdin | --generate]',
  userAdded: 'Account {{email}} added (role {{role}}, district {{district}}).',
  userChanged: 'Account {{email}} changed.',
  userDisabled: 'Account {{email}} disabled; all its sessions have ended.',
  userEnabled: 'Account {{email}} enabled again.',
  userPasswordSet: 'The password of {{email}} is changed; earlier sessions have ended.',
  userPasswordMade: 'Password (shown only this once): {{password}}',
  userAskPassword:
    'Password (at least {{length}} characters, not shown; press Enter to generate one): ',
  userNone: 'There are no accounts yet.',
  userStateActive: 'active',
  userStateDisabled: 'disabled',
  userNoProfile: 'no role',
  profileMissing: 'The account {{email}} has no role here.',
  argumentUnknown: 'Unknown argument: {{argument}}',
  noDatabase: 'There is no database in {{folder}}.',
  demoUsage: 'Usage: npm run demo -- load | remove',
  demoLoaded: 'The demonstration district is loaded.',
  demoRemoved:
    'The demonstration district is removed with its {{rows}} {{rows, plural(one: row; many: rows)}} and {{accounts}} demo {{accounts, plural(one: account; many: accounts)}}.',
  hostedUsage: 'Usage: npm run hosted -- check https://REF.supabase.co <publishable key>',
  hostedState: { fine: 'in order', wrong: 'TO CHANGE', unknown: 'unknown' },
  hosted: {
    signUp: {
      label: 'Sign-up by strangers (must be off)',
      wrong:
        'Strangers can sign up: supabase db push does not carry config.toml. Dashboard → Authentication → Sign In / Providers → turn “Allow new users to sign up” off. (Without a role such an account sees nothing.)',
    },
    anonymous: {
      label: 'Sign-in without an account (must be off)',
      wrong:
        'Anonymous sign-ins are on. Dashboard → Authentication → Sign In / Providers → turn “Allow anonymous sign-ins” off.',
    },
    roads: {
      label: 'Road networks for arrival by road',
      wrong:
        'The database lacks the newest migrations, so there would be no arrival by road. Run supabase db push.',
    },
    closed: {
      label: 'Reading by strangers (must be refused)',
      wrong:
        'A stranger may ask for the table of accounts. Run supabase db push and look for grants to anon.',
    },
  },
};
