export const json = {
  name: 'configuration in JSON',
  file: '.playbooklint.json',
  keys: `{ "rules": { "task-id-unknown": "off", "task-mo-letter": "warning", "label-order": false }, "ignore": ["archive/**"], "root": true }
`,
};

export const yaml = {
  name: 'configuration in YAML',
  file: 'drafts/.playbooklint.yaml',
  keys: `rules:
  task-id-unknown: off
task-mo-letter: warning
⟦Shift+Tab⟧ignore:
  - archive/**
`,
};
