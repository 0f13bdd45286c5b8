import type { upkeep as zh } from '../zh-CN/upkeep.ts';
import type { Translation } from '../shape.ts';

export const upkeep = {
  views: 'Views of the register',
  view: {
    tables: 'Tables',
    locate: 'To be placed',
    verify: 'Verify',
    stock: 'Stock',
    rectification: 'Rectification',
    evacuation: 'Evacuation',
  },
  evacuation: {
    title: 'Evacuation: from settlement to shelter',
    explain: 'People are counts from the register; no names are kept.',
    settlement: 'Settlement',
    people: 'People',
    needHelp: 'Need help',
    routes: 'Routes and shelters',
    responsible: 'Responsible',
    noRoute: 'No evacuation route',
    noResponsible: 'not recorded',
    hidden: 'not visible to your role',
    total: 'Total',
    unknownPeople:
      'the numbers of {{count}} more {{count, plural(one: settlement; many: settlements)}} remain unknown',
    named: 'Settlement, route or shelter',
    summary:
      'Settlements: {{settlements}}; people known: {{people}}, of whom need help: {{help}}; without a route or a responsible person: {{gaps}}',
    noneNamed: 'No settlement meets these conditions.',
    onlyGaps: 'Only those without a route or a responsible person',
    none: 'The register has no settlements.',
    noneLeft: 'No settlement lacks a route or a responsible person.',
    free: '{{free}} {{free, plural(one: place; many: places)}} free',
    freeUnknown: 'free places unknown',
    count: '{{count}} {{count, plural(one: settlement; many: settlements)}}',
    list: 'Settlements and evacuation routes',
  },
  contact: {
    add: 'Add a contact',
    edit: 'Edit',
    answered: 'Answered just now',
    archive: 'No longer valid',
    act: '{{act}}: {{name}}',
    form: 'Contact',
    name: 'Name',
    duty: 'Position or duty',
    phone: 'Phone',
    save: 'Save contact',
    cancel: 'Cancel',
    nameMissing: 'Enter a name',
    noted: { saved: 'Contact saved: {{name}}', answered: 'Noted: {{name}} answered just now' },
    conflict:
      'Not saved: someone has just changed it to “{{theirs}}”. Compare; saving again writes what you typed.',
    failed: {
      unreachable: 'Not saved: the server is not responding. What you typed is still here.',
      'session-ended': 'Not saved: your session has ended. What you typed is still here.',
      'phone-unread':
        'Not saved: the phone field contains something other than numbers. Enter numbers only, with an extension where there is one and commas between several, such as 0730-8888888 ext. 8001, 13800138000.',
      refused: 'Not saved: you do not have this right, or the content is not accepted.',
      malformed: 'Not saved: the server’s response cannot be read.',
      gone: 'Not saved: this record no longer exists.',
    },
  },
  route: {
    title: 'From where to where',
    from: 'From',
    to: 'To',
    fromUnknown: 'Start not recorded',
    toUnknown: 'Destination not recorded',
    fromPeople:
      '{{people}} {{people, plural(one: person; many: people)}}, {{needHelp}} of them {{needHelp, plural(one: needs; many: need)}} help',
    toRoom: '{{free}} of {{capacity}} {{capacity, plural(one: place; many: places)}} free',
    notEnough:
      '{{free}} free {{free, plural(one: place is; many: places are)}} fewer than the {{people}} {{people, plural(one: person; many: people)}} at the start',
    responsible: 'Responsible for the evacuation',
    edit: 'Change the responsible person',
    add: 'Add the responsible person',
    duty: 'Evacuation',
    routesHere: 'Evacuation routes',
    noRoutes: 'No evacuation route from here is recorded',
    noRoutesTo: 'No evacuation route leading here is recorded',
    peopleTo:
      'These routes bring {{people}} {{people, plural(one: person; many: people)}} here, {{needHelp}} of them {{needHelp, plural(one: needs; many: need)}} help',
    peopleToUnknown:
      'incomplete: unknown for {{count}} {{count, plural(one: settlement; many: settlements)}}',
  },
} as const satisfies Translation<typeof zh>;
