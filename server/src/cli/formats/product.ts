/** The name of the program in the formats of other programs, and its home page. */
export const PRODUCT = {
  name: 'playbook-lint',
  url: 'https://github.com/fasttrack-playbook/fasttrack-playbook',
} as const;
