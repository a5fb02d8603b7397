// What the compiler cannot say: likely mistakes, and the import walls of docs/architecture.md.
// Style is not checked here: there is nothing to win in a quarrel about commas.
const tseslint = require('typescript-eslint');

/** The packages that the core may use; test/project/walls.test.ts checks the bundle for the same. */
const CORE_PACKAGES =
  '(?:remark-parse|unified|yaml|gray-matter|jsonc-parser|get-east-asian-width|htmlparser2|entities|zod|mdast|mdast-util-gfm-footnote|micromark-extension-gfm-footnote)(?:/|$)';

/**
 * A wall around `files`: an import that does not start with one of `allowed` (regular expressions) is an error.
 * A file is in one wall only; for a file in several, the last one counts.
 */
function wall(name, files, allowed, message) {
  const regex = `^(?!(?:${[...allowed, MESSAGES].join('|')}))`;
  return {
    name: `wall/${name}`,
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  };
}

/** Texts for people are defined everywhere, and made into sentences by the front ends only. */
const MESSAGES = String.raw`(?:\.\./)+(?:server/src/)?messages/index(?:\.js)?$`;
const FORMATTING = String.raw`(?:\.\./)+(?:server/src/)?messages/formatting/index(?:\.js)?$`;
/** The same folder, and nothing above it. */
const HERE = String.raw`\./`;
/** A folder next to this one: `beside('text', 'model')`. */
const beside = (...folders) => String.raw`\.\./(?:${folders.join('|')})(?:/|$)`;

/** The same from a folder one level deeper, which may also use what is right above it. */
const deeper = (...folders) => String.raw`\.\./(?:\.\./(?:${folders.join('|')})(?:/|$)|[^.])`;

const core = (folder) => `server/src/core/${folder}/**/*.ts`;

/** A wall around a folder of the language server. `lower`: the folders of the server that it may import. */
const lspWall = (folder, lower, why, more = []) =>
  wall(
    `lsp/${folder}`,
    [`server/src/lsp/${folder}/**/*.ts`],
    [
      HERE,
      ...(lower.length > 0 ? [beside(...lower)] : []),
      ...more,
      String.raw`\.\./\.\./(?:core|workspace|protocol|sheets|shared)(?:/|$)`,
      FORMATTING,
      'vscode-languageserver',
      'vscode-uri$',
    ],
    `server/src/lsp/${folder} imports workspace, core, protocol, sheets, shared and ${lower.map((name) => `lsp/${name}`).join(', ') || 'nothing of lsp'}: ${why}.`,
  );

const walls = [
  wall('core/index', ['server/src/core/*.ts'], [HERE], 'The core imports nothing from outside server/src/core.'),
  wall(
    'core',
    [core('*')],
    [HERE, String.raw`\.\./(?!\.\./)`, CORE_PACKAGES],
    'The core imports its own folders and a few pure packages: no Node, no VS Code, no LSP, no path that leaves the core.',
  ),
  wall('core/text', [core('text')], [HERE, CORE_PACKAGES], 'core/text knows nothing of playbooks.'),
  wall('core/vocabulary', [core('vocabulary')], [HERE, beside('text')], 'core/vocabulary may import core/text only.'),
  wall(
    'core/vocabulary/languages',
    [core('vocabulary/languages')],
    [HERE, String.raw`\.\./language-pack\.js$`, String.raw`\.\./\.\./text/`],
    'A language pack depends on nothing but its interface.',
  ),
  wall(
    'core/model',
    [core('model')],
    [HERE, beside('text', 'vocabulary')],
    'core/model may import core/text and core/vocabulary only.',
  ),
  wall(
    'core/dialect',
    [core('dialect')],
    [HERE, beside('text', 'vocabulary', 'model')],
    'core/dialect says what the parts of a page mean; it reports and changes nothing.',
  ),
  wall(
    'core/parse',
    [core('parse')],
    [HERE, beside('text', 'vocabulary', 'model'), CORE_PACKAGES],
    'core/parse may import core/text, core/vocabulary and core/model only.',
  ),
  wall(
    'core/workspace-index',
    [core('workspace-index')],
    [HERE, beside('text', 'vocabulary', 'model'), CORE_PACKAGES],
    'core/workspace-index holds facts about pages; it reads no page.',
  ),
  wall(
    'core/comparison',
    [core('comparison')],
    [HERE, beside('text', 'vocabulary', 'workspace-index')],
    'core/comparison compares facts about pages; it reports nothing.',
  ),
  wall(
    'core/lint',
    [core('lint')],
    [HERE, beside('text', 'vocabulary', 'model', 'dialect', 'parse', 'workspace-index')],
    'core/lint does not know the rules; they are handed to it.',
  ),
  wall(
    'core/lint/support',
    [core('lint/*')],
    [HERE, deeper('text', 'vocabulary', 'model', 'dialect', 'parse', 'workspace-index', 'comparison')],
    'core/lint/support does not know the rules that use it.',
  ),
  wall(
    'core/summary',
    [core('summary')],
    [HERE, beside('text', 'vocabulary', 'model', 'dialect', 'parse', 'workspace-index')],
    'core/summary makes facts of a parsed page; it knows no rule.',
  ),
  wall(
    'core/features',
    [core('features')],
    [HERE, beside('text', 'model', 'vocabulary', 'dialect', 'lint', 'summary', 'workspace-index')],
    'core/features answers from parsed pages and the facts about others; it knows no rule.',
  ),
  wall(
    'core/completion',
    [core('completion')],
    [
      HERE,
      beside(
        'text',
        'vocabulary',
        'model',
        'dialect',
        'parse',
        'lint',
        'summary',
        'workspace-index',
        'comparison',
        'edits',
        'features',
      ),
    ],
    'core/completion answers from the page and the index, and knows no rule.',
  ),
  wall(
    'core/edits',
    [core('edits')],
    [HERE, beside('text', 'vocabulary', 'model', 'dialect', 'parse'), CORE_PACKAGES],
    'core/edits changes pages on request; it knows no rule.',
  ),
  wall(
    'core/preview',
    [core('preview')],
    [
      HERE,
      beside(
        'text',
        'vocabulary',
        'model',
        'dialect',
        'parse',
        'lint',
        'summary',
        'workspace-index',
        'comparison',
        'edits',
      ),
    ],
    'core/preview shows pages as they are read; it knows no rule.',
  ),
  wall(
    'core/reports',
    [core('reports')],
    [
      HERE,
      beside('text', 'vocabulary', 'model', 'dialect', 'parse', 'workspace-index', 'comparison', 'edits', 'preview'),
      CORE_PACKAGES,
    ],
    'core/reports makes tables of all pages, and plans of bulk edits; it knows no rule.',
  ),
  wall(
    'core/config',
    [core('config')],
    [HERE, beside('text', 'vocabulary', 'model', 'lint'), CORE_PACKAGES],
    'core/config may import core/lint and what is below it, and does not know the rules; they are handed to it.',
  ),
  wall(
    'core/rules',
    [core('rules')],
    [
      HERE,
      beside('dialect', 'lint', 'model', 'text', 'vocabulary', 'workspace-index', 'comparison'),
      String.raw`\.\./parse/(?:row-inlines|anchor-names|lines|comments)(?:\.js)?$`,
    ],
    'A rule sees what its check is given; of core/parse it may use the readers of single lines only.',
  ),
  wall(
    'messages',
    ['server/src/messages/*.ts'],
    [HERE],
    'server/src/messages imports nothing: everything builds on it.',
  ),
  wall(
    'messages/formatting',
    ['server/src/messages/formatting/*.ts'],
    [HERE, String.raw`\.\./index(?:\.js)?$`, 'intl-messageformat$'],
    'server/src/messages/formatting knows messages only.',
  ),
  wall(
    'protocol',
    ['server/src/protocol/**/*.ts'],
    [HERE],
    'server/src/protocol imports nothing: both sides build on it.',
  ),
  wall(
    'shared',
    ['server/src/shared/**/*.ts'],
    [HERE],
    'server/src/shared imports nothing: client and server build on it.',
  ),
  wall(
    'sheets',
    ['server/src/sheets/**/*.ts'],
    [HERE, String.raw`\.\./core/reports/sheet(?:\.js)?$`, '(?:csv-parse|fflate|saxes)(?:/|$)'],
    'server/src/sheets knows files of tables and nothing of playbooks: of the core it imports the type Sheet only.',
  ),
  wall(
    'workspace',
    ['server/src/workspace/**/*.ts'],
    [HERE, String.raw`\.\./(?:core|sheets)(?:/index(?:\.js)?)?$`, beside('shared'), String.raw`vscode-uri$`],
    'server/src/workspace imports the core and sheets, each through its index, and shared; it knows neither LSP nor Node.',
  ),
  wall(
    'lsp',
    ['server/src/lsp/*.ts'],
    [
      HERE,
      beside('core', 'workspace', 'protocol', 'sheets', 'shared'),
      FORMATTING,
      'vscode-languageserver',
      'vscode-uri$',
    ],
    'server/src/lsp imports workspace, core, protocol, sheets and shared; it runs in Node and in a worker.',
  ),
  lspWall('session', [], 'the other folders build on the session'),
  lspWall('convert', ['session'], 'it converts values and answers no request'),
  lspWall('diagnostics', ['session', 'convert'], 'it delivers problems and knows no other request'),
  lspWall('handlers', ['session', 'convert', 'diagnostics', 'feature.js'], 'a handler knows no other feature', [
    String.raw`\.\./\.\./(?:agent-tools|rule-help)/index(?:\.js)?$`,
  ]),
  wall(
    'rule-help',
    ['server/src/rule-help/*.ts'],
    [HERE, String.raw`\.\./core/index(?:\.js)?$`, FORMATTING],
    'server/src/rule-help makes pages of what rules say about themselves and of texts; it reads no file.',
  ),
  wall(
    'agent-tools',
    ['server/src/agent-tools/*.ts'],
    [
      HERE,
      beside('core', 'workspace'),
      FORMATTING,
      String.raw`zod/(?:mini|v4/locales/en\.js)$`,
      String.raw`vscode-uri$`,
    ],
    'server/src/agent-tools imports workspace and core; it knows neither MCP, nor LSP, nor Node.',
  ),
  wall(
    'agent-tools/tools',
    ['server/src/agent-tools/tools/*.ts'],
    [HERE, String.raw`\.\./[^./]`, String.raw`\.\./\.\./(?:core|workspace|rule-help)(?:/|$)`, String.raw`zod/mini$`],
    'A tool imports workspace, core and rule-help; it knows neither MCP, nor LSP, nor Node.',
  ),
  wall(
    'mcp',
    ['server/src/mcp/*.ts'],
    [
      HERE,
      beside('agent-tools', 'workspace', 'shared'),
      String.raw`\.\./node/node-host(?:\.js)?$`,
      FORMATTING,
      'node:',
      String.raw`zod/mini$`,
      String.raw`@modelcontextprotocol/server(?:/stdio)?$`,
    ],
    'server/src/mcp serves agent-tools over MCP; it knows neither LSP nor rules.',
  ),
  wall(
    'disk',
    ['server/src/disk/**/*.ts'],
    [HERE, beside('shared'), 'node:'],
    'server/src/disk knows files, not their contents.',
  ),
  wall(
    'cache',
    ['server/src/cache/*.ts'],
    [HERE, beside('core'), 'node:'],
    'server/src/cache knows what files of the cache contain, not where the facts in them come from.',
  ),
  wall(
    'cli',
    ['server/src/cli/*.ts'],
    [
      HERE,
      beside('core', 'workspace', 'sheets', 'cache', 'disk', 'shared', 'rule-help', 'mcp/main.js'),
      FORMATTING,
      'node:',
      'tinyglobby$',
      'vscode-uri$',
      'diff$',
    ],
    'server/src/cli imports workspace and core; it does not know LSP.',
  ),
  wall(
    'cli/cache',
    ['server/src/cli/cache/*.ts'],
    [HERE, String.raw`\.\./[^./]`, String.raw`\.\./\.\./(?:cache|core|workspace|disk|shared)(?:/|$)`, 'node:'],
    'server/src/cli/cache keeps facts of the core: it knows the disk, but not LSP.',
  ),
  wall(
    'cli/threads',
    ['server/src/cli/threads/*.ts'],
    [
      HERE,
      String.raw`\.\./[^./]`,
      String.raw`\.\./cache/`,
      String.raw`\.\./\.\./(?:cache|core|workspace)(?:/|$)`,
      'node:',
    ],
    'server/src/cli/threads divides the work of a run: it knows neither formats nor LSP.',
  ),
  wall(
    'cli/formats',
    ['server/src/cli/{formats,git}/**/*.ts'],
    [HERE, String.raw`\.\./[^./]`, String.raw`\.\./\.\./(?:core|workspace)(?:/|$)`, FORMATTING, 'node:'],
    'server/src/cli imports workspace and core; it does not know LSP.',
  ),
  wall(
    'client/webviews/report',
    ['client/webviews/report/**/*.ts'],
    [HERE, String.raw`\.\./shared/`],
    'client/webviews/report runs in a web page: it knows neither VS Code nor the server, only the messages.',
  ),
  wall(
    'client/webviews/preview',
    ['client/webviews/preview/**/*.{ts,tsx}'],
    [HERE, String.raw`(?:\.\./)+(?!src/|server/|report/)[^.]`, 'preact(?:/|$)'],
    'client/webviews/preview runs in a web page: it knows neither VS Code nor the server, only the messages.',
  ),
  wall(
    'client/webviews/preview/columns',
    ['client/webviews/preview/columns/*.ts'],
    [HERE, String.raw`\.\./protocol/`],
    'The columns of the task preview run in a web page and in the extension: they depend on the messages between both only.',
  ),
  wall(
    'client/webviews/protocol',
    ['client/webviews/*/protocol/*.ts'],
    [HERE, String.raw`(?:\.\./)+server/src/protocol(?:/|$)`],
    'The messages between a web page and the extension depend on the protocol of the server only.',
  ),
  wall(
    'client/webviews/shared',
    ['client/webviews/shared/**/*.ts'],
    [HERE, FORMATTING],
    'client/webviews/shared is what several web pages share; it knows none of them.',
  ),
  wall(
    'client',
    ['client/src/**/*.ts'],
    [
      HERE,
      String.raw`(?:\.\./)+(?!server/|webviews/)[^.]`,
      String.raw`(?:\.\./)+server/src/(?:protocol|shared)(?:/|$)`,
      FORMATTING,
      String.raw`(?:\.\./)+webviews/(?:preview/(?:protocol|columns)|report/protocol)(?:/|$)`,
      'vscode$',
      'vscode-languageclient',
    ],
    'The client imports only protocol and shared from server/src, and of a web page its messages.',
  ),
  wall(
    'client/node',
    ['client/src/node/**/*.ts'],
    [HERE, String.raw`\.\./common/`, 'vscode$', 'vscode-languageclient', 'node:'],
    'client/src/node starts the server in Node, and knows what only Node knows.',
  ),
];

module.exports = tseslint.config(
  {
    ignores: [
      'dist/',
      'packages/',
      'out/',
      'node_modules/',
      '.vscode-test/',
      'test/e2e/host/node_modules/',
      'samples/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'everything',
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'off', // Invisible characters are what we look for.
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'off',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-backreference': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'use-isnan': 'error',
    },
  },
  {
    name: 'typescript',
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // `undefined` as a return value of a callback is often what is meant.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    name: 'calls of any length, private members',
    files: ['server/src/**/*.ts', 'client/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(?:push|unshift|splice|min|max|fromCharCode|fromCodePoint|apply)$/] > SpreadElement',
          message:
            'A call fails with some hundred thousand arguments, and a page can make a list that long. Use core/text/lists.',
        },
        {
          selector:
            ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"], TSParameterProperty)[accessibility="private"]',
          message: 'Private members start with #.',
        },
      ],
    },
  },
  {
    name: 'properties',
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'fc', property: 'assert', message: 'Use assertProperty, which checks the same inputs in every run.' },
      ],
    },
  },
  ...walls,
);
