import { agentTools } from '../../server/src/agent-tools/index.js';
import { jsonSchema } from '../../server/src/agent-tools/json-schema.js';

/** The tools as package.json contributes them: VS Code shows models a tool before the extension runs. */
export function contributedTools(): object[] {
  return agentTools.map(({ name, description, input }) => ({
    name: `playbook_${name}`,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    toolReferenceName: `playbook_${name}`,
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    tags: ['fasttrack-playbook'],
    when: 'playbook.offersTools',
    inputSchema: jsonSchema(input, 'input'),
  }));
}
