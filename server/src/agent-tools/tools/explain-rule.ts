import * as z from 'zod/mini';
import { allRules, nearest, type Rule } from '../../core/index.js';
import { rulePage } from '../../rule-help/index.js';
import { webPageOf } from '../../workspace/index.js';
import * as schemas from '../schemas.js';
import { defineTool, ToolError } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

const severityOrOff = z.enum(['error', 'warning', 'info', 'hint', 'off']);

export const explainRule = defineTool({
  name: 'explain_rule',
  title: 'Explain a rule',
  description:
    'Explains a rule by its ID, as problems name it: what it requires, its severity, its options and their values in the workspace, and its page with the reason and examples.',
  input: z.strictObject({
    rule: schemas.words('The ID of the rule, such as task-mo-letter'),
    path: z.optional(
      schemas.words('A page or folder whose configuration applies; the first workspace folder if omitted'),
    ),
  }),
  output: schemas.result({
    rule: z.string(),
    category: z.string(),
    description: z.string(),
    severity: severityOrOff.check(z.describe('In the configuration that applies')),
    defaultSeverity: severityOrOff,
    fixable: z.enum(['safe', 'suggestion', 'both', 'none']),
    since: z.string(),
    options: z.array(z.object({ name: z.string(), description: z.string(), value: z.unknown(), default: z.unknown() })),
    documentation: z.optional(z.string()),
    page: z.optional(z.string().check(z.describe('The documentation of the rule, in Markdown'))),
  }),
  async run(context, { rule: id, path }) {
    const rule = allRules.find(({ meta }) => meta.id === id);
    if (rule === undefined) throw new ToolError(unknownRule(id));
    const pages = await WorkspacePages.of(context);
    const { config, path: relative } = await context.workspace.configOf(pages.address(path));
    const setting = config.configFor(relative).lint.rules.get(id);
    const help = await context.ruleHelp(id);
    const { category, description, recommended, fixable, since } = rule.meta;
    const documentation = webPageOf(id);
    return {
      rule: id,
      category,
      description,
      severity: setting?.severity ?? recommended,
      defaultSeverity: recommended,
      fixable,
      since,
      options: optionsOf(rule, setting?.options),
      ...(documentation !== undefined && { documentation }),
      ...(help !== undefined && { page: rulePage(rule.meta, help, context.format) }),
      warnings: [...pages.warnings],
    };
  },
});

function unknownRule(id: string): string {
  const near = nearest(
    id,
    allRules.map(({ meta }) => meta.id),
    3,
  );
  return `No rule has the ID "${id}"${near.length === 0 ? '' : `. Similar IDs: ${near.join(', ')}`}`;
}

function optionsOf({ meta: { options } }: Rule, configured: unknown) {
  const defaults = options.defaults as Readonly<Record<string, unknown>>;
  const values = { ...defaults, ...(configured as Readonly<Record<string, unknown>> | undefined) };
  const properties: Readonly<Record<string, { readonly description: string }>> = options.properties;
  return Object.entries(properties).map(([name, { description }]) => ({
    name,
    description,
    value: values[name] ?? null,
    default: defaults[name] ?? null,
  }));
}
