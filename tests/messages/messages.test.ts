/** Both languages are complete, every message is used, every used message exists, and no screen holds a literal. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';

const root = resolve(import.meta.dirname, '../..');

function sourceFiles(folder: string): { name: string; tree: ts.SourceFile }[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('src/messages/'))
    .map((name) => {
      const text = readFileSync(resolve(root, name), 'utf8');
      return { name, tree: ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) };
    });
}

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `kinds.event.${kind}` → a pattern; null when it does not begin with a message area. */
function familyOf(node: ts.TemplateExpression): RegExp | null {
  if (!/^[a-zA-Z]+\./.test(node.head.text)) return null;
  const tail = node.templateSpans.map((span) => `[^.]+${escape(span.literal.text)}`).join('');
  return new RegExp(`^${escape(node.head.text)}${tail}$`);
}

const place = (file: { name: string; tree: ts.SourceFile }, node: ts.Node): string =>
  `${file.name}:${file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

const zh = flatten(zhCN as Tree);
const english = flatten(en as Tree);
const files = [...sourceFiles('src'), ...sourceFiles('supabase')];

const isMessageCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  ['t', 'translate'].includes(node.expression.text);

describe('messages', () => {
  it('has the same keys in both languages, none empty', () => {
    expect([...english.keys()].sort()).toEqual([...zh.keys()].sort());
    expect([...zh, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fills the same slots in both languages', () => {
    const slots = (text: string) =>
      [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].map((slot) => slot.slice(2).trim()).sort();
    const different = [...zh].filter(
      ([key, text]) => slots(text).join() !== slots(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('has no Chinese left in English', () => {
    expect(
      [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key),
    ).toEqual([]);
  });

  it('uses every message', () => {
    const used = new Set<string>();
    const families: RegExp[] = [];
    for (const { tree } of files) {
      visit(tree, (node) => {
        if (ts.isStringLiteralLike(node)) used.add(node.text);
        if (ts.isTemplateExpression(node)) {
          const family = familyOf(node);
          if (family) families.push(family);
        }
      });
    }
    // i18next resolves `key` with a count to `key_one` / `key_other`.
    const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
    const unused = [...zh.keys()].filter(
      (key) =>
        !used.has(key) && !used.has(plain(key)) && !families.some((family) => family.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('misses no message', () => {
    const missing = files.flatMap((file) => {
      const lost: string[] = [];
      visit(file.tree, (node) => {
        if (!isMessageCall(node)) return;
        for (const argument of node.arguments) {
          if (ts.isTemplateExpression(argument)) {
            const family = familyOf(argument);
            if (!family || ![...zh.keys()].some((key) => family.test(key)))
              lost.push(place(file, argument));
          }
          const key = ts.isStringLiteralLike(argument) ? argument.text : null;
          if (key?.includes('.') && !zh.has(key) && !zh.has(`${key}_other`))
            lost.push(`${place(file, argument)} ${key}`);
        }
      });
      return lost;
    });
    expect(missing).toEqual([]);
  });

  it('finds no literal text on a screen', () => {
    const readable = [
      'title',
      'aria-label',
      'placeholder',
      'alt',
      'label',
      'description',
      'aria-description',
    ];
    const literals = files
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap((file) => {
        const found: string[] = [];
        visit(file.tree, (node) => {
          if (ts.isJsxText(node) && /\p{L}/u.test(node.text))
            found.push(`${place(file, node)} ${node.text.trim()}`);
          if (
            ts.isJsxAttribute(node) &&
            readable.includes(node.name.getText()) &&
            node.initializer &&
            ts.isStringLiteral(node.initializer) &&
            /\p{L}/u.test(node.initializer.text)
          )
            found.push(`${place(file, node)} ${node.initializer.text}`);
          if (ts.isStringLiteralLike(node) && /\p{Script=Han}/u.test(node.text))
            found.push(`${place(file, node)} ${node.text}`);
        });
        return found;
      });
    expect(literals).toEqual([]);
  });
});
