import type { Translation } from '../shape.ts';
import type { hosted as zh } from '../zh-CN/hosted.ts';

export const hosted: Translation<typeof zh> = {
  gis: 'Desktop GIS such as QGIS cannot connect to this register: it is held by hosted Supabase, where there is no /ogc. Export GeoJSON or Shapefile and open that in QGIS.',
  failedSignIns:
    'Failed sign-ins are not among these: the register is held by hosted Supabase, which keeps them in its dashboard only (Authentication → Logs), and for some days only.',
  throttle:
    'Attempts are counted by network address here, so those of others behind the same router count too.',
  sessions:
    'A sign-in does not end when it is not used (unless the Supabase project sets a limit): sign out when you are done, and end it here when a device is lost or lent.',
  asleep:
    'If this continues: the register is held by hosted Supabase, where a free project is paused after 7 days without use. An administrator must resume it in the Supabase dashboard.',
  backups:
    'Backups are made by Supabase according to the project’s plan, not by this program. A free project has none: export the data regularly (Records → Export) and keep it elsewhere.',
};
