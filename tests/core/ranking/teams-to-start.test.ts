import { describe, expect, it } from 'vitest';
import { teamsToStart } from '../../../src/core/ranking/teams-to-start.ts';
import { NOW, SETTINGS, ago, setting, tables, team } from './register.ts';

const register = (teams: ReturnType<typeof team>[]) =>
  tables({
    district_setting: [...SETTINGS, setting('0', 'mobilisation_default', 300)],
    team: teams,
  });

describe('teams that could set out', () => {
  it('are those available and those of whom it is not known, from where they are now', () => {
    const found = teamsToStart(
      register([
        team('base', {
          lng: 113.01,
          mobilisationDayS: 60,
          mobilisationNightS: 60,
          availability: 'available',
          availabilityAt: ago(60),
        }),
        team('moved', { lng: 113.02, positionLng: 113.5, positionLat: 29.5, positionAt: ago(60) }),
        team('stale', {
          lng: 113.03,
          positionLng: 113.5,
          positionLat: 29.5,
          positionAt: ago(90_000),
        }),
      ]),
      NOW,
    );
    expect(found.ids).toEqual(['base', 'moved', 'stale']);
    expect([...found.places].filter((_, i) => i % 2 === 0)).toEqual([113.01, 113.5, 113.03]);
    expect([...found.leaving]).toEqual([60, 300, 300]);
    expect(found).toMatchObject({
      assumed: 2,
      unknown: 2,
      without: { unavailable: 0, noPlace: 0 },
    });
  });

  it('are not those recorded busy, off duty or nowhere; an old record of being busy does not count', () => {
    const found = teamsToStart(
      register([
        team('busy', { availability: 'busy', availabilityAt: ago(60) }),
        team('off', { availability: 'off_duty', availabilityAt: ago(60) }),
        team('long ago', { availability: 'busy', availabilityAt: ago(40_000_000) }),
        team('nowhere', { lng: null, lat: null }),
      ]),
      NOW,
    );
    expect(found.ids).toEqual(['long ago']);
    expect(found).toMatchObject({ unknown: 1, without: { unavailable: 2, noPlace: 1 } });
  });
});
