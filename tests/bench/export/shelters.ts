/** The shelters that the export bench writes. */
import type { Shelter } from '../../../src/core/model/index.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';

export const ROWS = 100_000;

export function shelters(): Shelter[] {
  const random = randomNumbers(2026);
  return Array.from({ length: ROWS }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    version: 1,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    updatedBy: null,
    archivedAt: null,
    districtCode: '430611',
    name: `第${i}避难场所`,
    address: `人民路${Math.floor(random() * 900)}号`,
    externalId: null,
    note: null,
    source: '县台账',
    observedAt: new Date(1.77e12 + i * 60_000).toISOString(),
    verifiedAt: null,
    verifiedBy: null,
    disputedAt: null,
    disputedBy: null,
    disputeReason: null,
    lng: 113 + random(),
    lat: 29 + random(),
    geometry: null,
    kind: '学校',
    state: 'standby',
    capacity: Math.floor(random() * 3000),
    capacityIndoor: null,
    capacityOutdoor: null,
    capacityText: null,
    effectiveAreaM2: null,
    facilities: ['厨房'],
    suitability: { flood: 'yes', earthquake: 'no' },
    serviceArea: null,
    refuge: null,
    occupancy: null,
    occupancyAt: null,
  }));
}
