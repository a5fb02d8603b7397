import { defineMessages } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';

const texts = defineMessages('node/help', {
  title: {
    text: 'playbook-language-server: checks FastTrack playbooks in any editor that supports LSP',
    note: 'The first line of the help. "playbook-language-server" is the name of the program.',
  },
  usage: { text: 'Usage: playbook-language-server --stdio', note: 'How to start the program. Translate "Usage" only.' },
  stdio: { text: 'communicate over standard input and output', note: 'Describes --stdio.' },
  version: { text: 'print the version', note: 'Describes --version.' },
  help: { text: 'print this help', note: 'Describes --help.' },
});

/** What `--help` prints. */
export function helpText(format: Format): string {
  return `${format(texts.title)}

${format(texts.usage)}

  --stdio      ${format(texts.stdio)}
  --version    ${format(texts.version)}
  --help       ${format(texts.help)}
`;
}
