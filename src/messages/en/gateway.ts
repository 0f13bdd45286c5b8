import type { Translation } from '../shape.ts';
import type { gateway as zh } from '../zh-CN/gateway.ts';

export const gateway: Translation<typeof zh> = {
  settingUnknown: 'The value “{{value}}” of the environment variable {{name}} is not valid.',
  secretsBroken:
    'The secrets file {{path}} is damaged. Restore it from a backup, or delete it to create new secrets (everyone must sign in again).',
  secretShort:
    'The environment variable {{name}} needs at least 32 characters. One way to generate it: openssl rand -base64 48',
  secretMissing:
    'With DATABASE_URL the environment variable {{name}} must be set (the secret that signs sessions, at least 32 characters). One way to generate it: openssl rand -base64 48',
  folderInUse:
    'The data folder {{folder}} is in use by another process ({{pid}} on {{machine}}). Only one process may open a folder.',
  folderClosed: 'The data folder {{folder}} cannot be written: {{reason}}',
  databaseBroken:
    'The database has ended unexpectedly: {{reason}}. Everything that was acknowledged is on disk; start again.',
  doorShut:
    'Process {{pid}} uses the data folder {{folder}} but is not responding. Let it finish starting, or stop it.',
  migrationUnknown:
    'The database holds a migration this version does not know, {{file}}: a newer version made it. Start with the newer version.',
  migrationChanged:
    'The migration {{file}} was changed after it had been applied. Migrations are only ever added; put the file back as it was.',
  migrationFailed: 'The migration {{file}} failed and the database is unchanged: {{reason}}',
  formerMigrationsMissing:
    'The database is older than the migrations of this version, and the files needed to upgrade it are not here ({{folder}}). Start it once from a complete copy of the project, including its tests; nothing was changed.',
  databaseUrlWrong:
    'DATABASE_URL is not valid. It should look like postgres://user:password@host:5432/database',
  databasePlainText:
    'The database is on another machine ({{place}}) and the connection would not be encrypted. Add ?sslmode=require (or verify-full) to DATABASE_URL and turn TLS on in the database (ssl = on); a tunnel that ends on 127.0.0.1 works too.',
  hostedDatabase:
    'This database belongs to a hosted Supabase project, whose own service signs people in; npm start cannot do that there, and nothing was changed. Open the console as docs/hosted.md says. For QGIS, export from the console (register → export) or with npm run export. The tools (npm run user, import, export) work with this DATABASE_URL.',
  notListed:
    'This address answers only the requests of the console: calls by name, and plain reads of one table. Other programs can use /ogc or the export.',
  valueRefused:
    'The server does not accept this content ({{code}}). Please check the values; tell the administrator the code if it happens again.',
  noRight: 'You do not have this right, or this is outside your district ({{code}}).',
  ownFault:
    'The server had an internal error and saved nothing ({{code}}). Try again later; tell the administrator the code if it happens again.',
  postgresUnreachable: 'The database {{place}} cannot be reached: {{reason}}',
  postgresOld: 'PostgreSQL 15 or later is needed, this is {{version}}.',
  postgresRole:
    'The database user {{user}} has too few privileges: it must be a superuser, or have BYPASSRLS and be able to become anon and authenticated.',
  postgisMissing:
    'The database server has no PostGIS (Debian: apt install postgresql-15-postgis-3).',
  portTaken:
    'Port {{port}} is in use. Stop the program that uses it, or choose another: PORT={{other}} npm start',
  addressWrong: 'Cannot listen on {{host}}: {{reason}}',
  baseMapsWrong: 'The base map configuration {{place}} is wrong: {{reason}}',
  building: 'Building the page…',
  buildFailed: 'The page could not be built.',
  preparing: 'First run: preparing the database (10 to 30 seconds, once)…',
  loading: 'Creating the data folder…',
  opening: 'Opening the database…',
  migrated: 'Database upgraded: {{files}}',
  loadingDemo: 'Loading the demonstration district…',
  demoAccountsRemoved:
    'Demo mode is off: {{count}} demo {{count, plural(one: account; many: accounts)}} removed.',
  ready: 'Muster is running: {{address}}',
  signInDemo: 'Demo accounts (the password of each is {{password}}):',
  signInReal:
    'Sign in with your account. None yet? npm run user -- add <email> --role admin --name <name>',
  dataKept: 'Data is kept in {{folder}}. Ctrl-C stops.',
  stopping: 'Stopping…',
  demoToNetwork:
    'Note: the demonstration is open to the network; anyone can sign in with its accounts, the admin included. Keep no real data in it.',
  proxyUnstated:
    'Note: requests come through a reverse proxy, but {{name}}=1 is not set: everyone appears to come from one address, and one person’s wrong passwords make others wait. If the proxy is your own, set it and start again.',
  proxyExpected:
    'Note: MUSTER_HOSTS names {{hosts}} although only this machine can connect, so there must be a reverse proxy in front. Set {{name}}=1 as well (docs/proxy.md); otherwise everyone appears to come from one address, and one person’s wrong passwords make others wait.',
  databaseDamaged:
    'The database in {{folder}} does not open ({{reason}}). Restore the newest backup: npm run restore -- "{{backup}}" --yes (the damaged database is moved aside, not deleted)',
  databaseDamagedAlone:
    'The database in {{folder}} does not open ({{reason}}) and no backup was found. Fetch a .muster-backup file from elsewhere, then: npm run restore -- <backup file> --yes',
  diskFull:
    'The server’s disk is full and {{folder}} cannot be written. Free some space, then start again; everything that was acknowledged is still there.',
  backupsKept:
    'A backup is made every day in {{folder}}; the last seven are kept. If this disk fails they are lost too: copy them elsewhere regularly.',
  openToNetwork:
    'Note: listening on {{host}}; other machines on the network can reach it. Make sure an HTTPS reverse proxy is in front.',
};
