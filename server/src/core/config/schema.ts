import type { JsonValue, OptionProperty } from '../lint/options.js';
import type { Rule, RuleId } from '../lint/rule.js';
import { DOCS_ON_THE_WEB, pageOfRule } from '../lint/docs-url.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../vocabulary/language.js';
import { SEVERITIES } from './read-rules.js';
import { RELEASE, releasesOf } from './rules-as-of.js';
import { TERM_ID, TERM_SET_NAMES } from './read-vocabulary.js';

type Schema = { readonly [key: string]: JsonValue };

/** The JSON schema of a configuration file, which editors use for completion and validation. */
export function configSchema(rules: readonly Rule[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of the FastTrack playbook checks',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description:
          'Other configuration files to extend, as paths relative to this file. They must be in the workspace. This file takes precedence.',
        oneOf: [{ type: 'string' }, listOf({ type: 'string' })],
      },
      rulesAsOf: {
        type: 'string',
        pattern: RELEASE.source,
        examples: releasesOf(rules),
        description:
          'The release whose rules are active. Rules of later releases are off, unless "rules" names them, so that an update reports no new kinds of problems until you raise this version.',
      },
      ...settingsProperties,
      playbooks: {
        ...globs,
        description:
          'Markdown files that are always playbooks, whatever their content. Globs, relative to the folder of this file.',
      },
      ignore: { ...globs, description: 'Files that are never checked. Globs, relative to the folder of this file.' },
      catalogue: {
        ...globs,
        description: 'CSV and JSON files with a list of all tasks. Globs, relative to the folder of this file.',
      },
      editions: {
        description:
          'The folders with the same pages in another generation, such as "preliminary" or "archive", by name. Globs, relative to the folder of this file. Pages are compared within their edition only. Without this key, editions are detected.',
        type: 'object',
        additionalProperties: globs,
      },
      overrides: {
        description: 'Settings for some files only. Later entries take precedence.',
        ...listOf({
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: {
              ...globs,
              description: 'The files that the entry applies to. Globs, relative to the folder of this file.',
            },
            ...settingsProperties,
          },
        }),
      },
    },
    definitions: { severity, rules: rulesSchema(rules), ...vocabularyDefinitions },
  };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

const texts = listOf({ type: 'string' });
const globs: Schema = { oneOf: [{ type: 'string' }, texts] };
const severity: Schema = { enum: [...SEVERITIES], description: 'How a problem is shown; "off" switches the rule off.' };

const settingsProperties: Schema = {
  rules: { $ref: '#/definitions/rules' },
  vocabulary: { $ref: '#/definitions/vocabulary' },
  frontMatter: { $ref: '#/definitions/frontMatter' },
  taskId: { $ref: '#/definitions/taskId' },
};

function rulesSchema(rules: readonly Rule[]): Schema {
  return {
    description: 'Severity and options of individual rules.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleSchema(rule)])),
  };
}

function linksTo(ruleId: RuleId): string[] {
  return DOCS_ON_THE_WEB === undefined ? [] : [DOCS_ON_THE_WEB + pageOfRule(ruleId)];
}

function ruleSchema({ meta }: Rule): Schema {
  const defaults = meta.options.defaults as { readonly [name: string]: JsonValue };
  const options = Object.entries(meta.options.properties as Readonly<Record<string, OptionProperty>>).map(
    ([name, { description, schema }]): [string, Schema] => [
      name,
      { ...(schema as Schema), description, default: defaults[name] ?? null },
    ],
  );
  return {
    description: [`${meta.description}. Default severity: ${meta.recommended}.`, ...linksTo(meta.id)].join('\n'),
    default: meta.recommended,
    oneOf: [
      { $ref: '#/definitions/severity' },
      {
        type: 'object',
        additionalProperties: false,
        properties: { severity: { $ref: '#/definitions/severity' }, ...Object.fromEntries(options) },
      },
    ],
  };
}

const spellings: Schema = {
  oneOf: [
    { type: 'string', description: 'The recommended spelling.' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['canonical'],
      properties: {
        canonical: { type: 'string', description: 'The recommended spelling.' },
        aliases: { ...texts, description: 'Accepted without change.' },
        errors: { ...texts, description: 'Wrong spellings that are replaced with the recommended one.' },
      },
    },
  ],
};

const vocabularyDefinitions: Schema = {
  vocabulary: {
    description: 'Terms to add to the built-in terms, or to change.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(TERM_SET_NAMES.map((name) => [name, { $ref: '#/definitions/terms' }])),
  },
  terms: {
    oneOf: [
      { ...texts, description: 'More accepted terms, the same in every language.' },
      {
        type: 'object',
        additionalProperties: false,
        patternProperties: {
          [TERM_ID.source]: {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(
              LANGUAGES.map((language) => [
                language,
                { ...spellings, description: `How the term is written in ${LANGUAGE_NAMES[language]}.` },
              ]),
            ),
          },
        },
      },
    ],
  },
  frontMatter: {
    description: 'The keys of the front matter. Each list replaces the built-in list.',
    type: 'object',
    additionalProperties: false,
    properties: {
      required: { ...texts, description: 'Keys that every playbook must have.' },
      recommended: { ...texts, description: 'Keys that a playbook should have.' },
      optional: { ...texts, description: 'Keys that a playbook can have. The built-in keys stay known.' },
      knownAliases: {
        ...texts,
        description:
          'Mail aliases known to be correct; an alias similar to one of them is probably a typo. Added to the built-in ones.',
      },
    },
  },
  taskId: {
    description: 'The form of a task ID.',
    type: 'object',
    additionalProperties: false,
    required: ['pattern'],
    properties: {
      pattern: {
        type: 'string',
        description: 'A regular expression without groups that matches the whole ID. Example: ^[A-Z]{2}-\\d{3,4}$',
      },
      description: {
        type: 'string',
        description: 'The form in words, for messages. Example: two letters, a hyphen and three or four digits',
      },
    },
  },
};
