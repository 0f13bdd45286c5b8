import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'coverage/**', 'test-results/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Command-line tools, scripts and benchmarks talk to a person through stdout.
    files: ['supabase/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A condition within a condition is read twice; a name, early returns or a table say the same in one reading. Functions
    // are cut along their modes, and calls stay readable without counting arguments.
    files: ['{src,supabase,tests}/**/*.{ts,tsx}'],
    rules: {
      'no-nested-ternary': 'error',
      complexity: ['error', 20],
      'max-params': ['error', 5],
    },
  },
  {
    // The innermost loops of searching by place. Numbers go from function to function one by one, because an object for
    // each call would be made millions of times a question.
    files: [
      'src/core/nearest/{nearest,order}.ts',
      'src/core/roads/touching.ts',
      'src/core/roads/barriers/walk-ground.ts',
    ],
    rules: { 'max-params': 'off' },
  },
  {
    // One loop over the buckets of a search, and one comparison of two segments: a call for each step would be paid at every
    // road of the county.
    files: ['src/core/roads/search/sweep.ts', 'src/core/roads/touching.ts'],
    rules: { complexity: 'off' },
  },
);
