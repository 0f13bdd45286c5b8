import { expect, it } from 'vitest';
import { formatSource } from '../../src/ui/format/sources.ts';

it('says where a limit is from in one language', () => {
  const both = '产品默认值，并非出自标准 / product default, not from a standard';
  expect(formatSource(both, 'zh-CN')).toBe('产品默认值，并非出自标准');
  expect(formatSource(both, 'en')).toBe('product default, not from a standard');
});

it('leaves what people wrote as it is', () => {
  for (const source of ['县水利局 / 县应急管理局', '普查 / 2026', 'survey / map', '甲 / b / c', ''])
    expect(formatSource(source, 'en')).toBe(source);
});
