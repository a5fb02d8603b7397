import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith, replaceWithNearest, suggestion } from '../lint/support/fixes.js';
import { valueSpanOf, valuesIn, visibleText } from '../dialect/front-matter.js';
import { aliasFits, isAliasForm } from '../dialect/mail-aliases.js';
import { inTypographicQuotes } from '../dialect/typographic-quotes.js';
import type { Field, FrontMatter } from '../model/front-matter.js';
import type { Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';

const texts = defineMessages('front-matter-alias', {
  belongsAbove: {
    text: '"{name}" belongs one line up',
    note: 'About a value in the front matter. {name}: the name of a person.',
  },
  renameKey: {
    text: 'Replace the key "{key}" with "{other}"',
    note: 'Title of a fix. {key}, {other}: keys of the front matter.',
  },
  moveUp: {
    text: 'Move the values one line up and set "{key}" to "{alias}"',
    note: 'Title of a fix. {key}: a key of the front matter. {alias}: a mail alias.',
  },
});

export const frontMatterAlias = defineRule({
  meta: {
    id: 'front-matter-alias',
    category: 'front-matter',
    description: '`ms.author`, `manager`, and `ft.owner` are mail aliases, and `author` is a name',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      name: '"{text}" in "{key}" is a name: use a mail alias',
      address: '"{text}" in "{key}" is a mail address: use only the alias',
      otherKey: {
        text: '"{text}" in "{key}" is a value for "{other}": use a mail alias',
        note: '{key}, {other}: keys of the front matter.',
      },
      misspelt: 'Unknown alias "{text}" in "{key}". Did you mean "{meant}"?',
      alias: '"{text}" in "{key}" is a mail alias: use a name',
      shifted: {
        text: '"{text}" in "{key}" is the alias of "{name}" in "{nameKey}": the values are one line too low',
        note: '{text}: a mail alias. {name}: the name of a person. {key}, {nameKey}: keys of the front matter.',
      },
    },
    unknownWords: { misspelt: { value: 'text', list: 'knownAliases' } },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    const spec = page.vocabulary.frontMatter;
    const people = peopleIn(frontMatter, spec, text);
    const shifted = shiftedIn(frontMatter, people, spec, text);
    if (shifted !== undefined) {
      const { alias, name } = shifted;
      report({
        messageId: 'shifted',
        data: { text: alias.text, key: alias.key, name: name.text, nameKey: name.key },
        span: alias.span,
        related: [{ span: name.span, message: texts.belongsAbove({ name: name.text }) }],
        fixes: [moveUp(shifted)],
      });
    }
    for (const value of people) {
      if (value.key === shifted?.alias.key || value.key === shifted?.name.key) continue;
      // Another rule reports the marks, which hide what is inside.
      if (inTypographicQuotes(value.text) !== undefined) continue;
      const { key, span } = value;
      const data = { text: value.text, key };
      if (!spec.aliasKeys.includes(key)) {
        if (isSurelyAlias(value, people, spec))
          report({
            messageId: 'alias',
            data,
            span,
            fixes: namesFor(value, people).map((name) => replaceWith(span, name)),
          });
        continue;
      }
      const other = keyWithValue(value.text, spec);
      const near = spec.knownAliases.includes(value.text) ? [] : nearest(value.text, spec.knownAliases);
      const [meant] = near;
      if (other !== undefined)
        report({ messageId: 'otherKey', data: { ...data, other }, span, fixes: renaming(key, other, frontMatter) });
      else if (ADDRESS.test(value.text))
        report({ messageId: 'address', data, span, fixes: [replaceWith(span, value.text.replace(/@.*/, ''))] });
      else if (isName(value.text))
        report({
          messageId: 'name',
          data,
          span,
          fixes: aliasesFor(value.text, people, spec).map((alias) => replaceWith(span, alias)),
        });
      else if (meant !== undefined)
        report({ messageId: 'misspelt', data: { ...data, meant }, span, fixes: replaceWithNearest(span, near) });
    }
  },
});

/** A person in the front matter. */
interface Person {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
}

/** Every value of the keys that hold people, in source order. */
function peopleIn({ fields }: FrontMatter, spec: FrontMatterSpec, text: string): Person[] {
  const keys = [...spec.aliasKeys, ...spec.nameKeys];
  return fields
    .filter(({ key, value }) => keys.includes(key.value) && value.kind === 'scalar')
    .flatMap((field) => valuesIn(field, text).map((value) => ({ ...value, key: field.key.value })));
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Two words, or letters that no alias has; a placeholder such as `<alias>` or `TBD` is neither. */
function isName(text: string): boolean {
  return /\p{L}[\s.]+\p{L}/u.test(text) ? !isAliasForm(text) : /^[\p{L}\p{M}·・]+$/u.test(text) && !isAliasForm(text);
}

/** A lower-case word may also be a signature: it counts only if it is a known alias, or an alias in this front matter. */
function isSurelyAlias({ key, text }: Person, people: readonly Person[], { knownAliases }: FrontMatterSpec): boolean {
  if (!isAliasForm(text)) return false;
  return (
    knownAliases.includes(text) ||
    /^[a-z]-[a-z]+$/.test(text) ||
    people.some((other) => other.key !== key && other.text === text)
  );
}

/** The key whose closed list of values has `text`: an audience in the line of the owner. */
function keyWithValue(text: string, { values }: FrontMatterSpec): string | undefined {
  return Object.keys(values).find((key) => values[key]?.includes(text));
}

function aliasesFor(name: string, people: readonly Person[], { knownAliases }: FrontMatterSpec): string[] {
  const candidates = [...people.map(({ text }) => text).filter(isAliasForm), ...knownAliases];
  return [...new Set(candidates)].filter((alias) => aliasFits(alias, name));
}

function namesFor({ text }: Person, people: readonly Person[]): string[] {
  return [...new Set(people.map((other) => other.text))].filter((name) => isName(name) && aliasFits(text, name));
}

/** The value is right but its key is wrong: changes the key, unless the other key already exists. */
function renaming(key: string, other: string, { fields }: FrontMatter): Fix[] {
  const field = fields.find((one) => one.key.value === key);
  const isTaken = fields.some((one) => one.key.value === other);
  return field === undefined || isTaken
    ? []
    : [suggestion(texts.renameKey({ key, other }), { span: field.key.span, newText: other })];
}

/** A name where an alias belongs, its alias in the next line, and the name that took its place above. */
interface Shifted {
  readonly above: Person;
  readonly name: Person;
  readonly alias: Person;
  /** The alias of the name above, which the last line should have. */
  readonly last: string;
}

/**
 * An author inserted a name in `author`, which shifted the values below it. Applies only where the alias of that name is
 * known to be the manager's: otherwise only `ms.author` may be wrong.
 */
function shiftedIn(
  { fields }: FrontMatter,
  people: readonly Person[],
  spec: FrontMatterSpec,
  text: string,
): Shifted | undefined {
  const toPerson = (field: Field): Person => ({
    key: field.key.value,
    text: visibleText(field),
    span: valueSpanOf(field, text),
  });
  for (const [index, field] of fields.entries()) {
    const [before, after] = [fields[index - 1], fields[index + 1]];
    if (before === undefined || after === undefined) continue;
    const inOrder =
      spec.nameKeys.includes(before.key.value) &&
      spec.aliasKeys.includes(field.key.value) &&
      spec.aliasKeys.includes(after.key.value);
    const [above, name, alias] = [toPerson(before), toPerson(field), toPerson(after)];
    if (
      inOrder &&
      isName(above.text) &&
      isName(name.text) &&
      above.text !== name.text &&
      isAliasForm(alias.text) &&
      aliasFits(alias.text, name.text)
    ) {
      const [last] = aliasesFor(above.text, people, spec);
      if (last !== undefined) return { above, name, alias, last };
    }
  }
  return undefined;
}

/** Moves every value one line up; the last line gets the alias of the name that the first line loses. */
function moveUp({ above, name, alias, last }: Shifted): Fix {
  return {
    title: texts.moveUp({ key: alias.key, alias: last }),
    edits: [
      { span: above.span, newText: name.text },
      { span: name.span, newText: alias.text },
      { span: alias.span, newText: last },
    ],
    applicability: 'suggestion',
  };
}
