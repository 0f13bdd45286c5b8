/** Styles of the component library are imported one by one: none that a screen uses may be missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const css = readFileSync(resolve(root, 'src/ui/mantine.css'), 'utf8');
const styles = resolve(root, 'node_modules/@mantine/core/styles');

/** Components drawn with the styles of others. */
const BUILT_ON: Readonly<Record<string, readonly string[]>> = {
  Autocomplete: ['Combobox', 'Input', 'ScrollArea'],
  Select: ['Combobox', 'Input', 'ScrollArea'],
  NativeSelect: ['Input'],
  NumberInput: ['Input'],
  PasswordInput: ['Input', 'ActionIcon'],
  Textarea: ['Input'],
  TextInput: ['Input'],
  Checkbox: ['InlineInput'],
  Switch: ['InlineInput'],
  Radio: ['InlineInput'],
  Menu: ['Popover', 'UnstyledButton'],
  Button: ['UnstyledButton', 'Loader'],
};

function usedComponents(): Set<string> {
  const used = new Set<string>();
  for (const path of readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.tsx')) continue;
    const text = readFileSync(resolve(root, 'src', path), 'utf8');
    for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g))
      for (const name of names.split(',')) used.add(name.trim());
  }
  return used;
}

describe('styles of components', () => {
  it('are imported for every component in use', () => {
    const used = [...usedComponents()].filter((name) => /^[A-Z]/.test(name));
    expect(used.length).toBeGreaterThan(5);
    const needed = used.flatMap((name) => [name, ...(BUILT_ON[name] ?? [])]);
    const missing = needed.filter(
      (name) => existsSync(resolve(styles, `${name}.css`)) && !css.includes(`/${name}.css'`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('name only files that exist', () => {
    for (const [, file = ''] of css.matchAll(/@mantine\/core\/styles\/([^']+)'/g))
      expect(existsSync(resolve(styles, file)), file).toBe(true);
  });
});
