export const map = {
  label: '地图',
  // One character that stands in the symbol of a kind.
  glyph: { hazard: '险', shelter: '避', depot: '物', team: '队' },
} as const;
