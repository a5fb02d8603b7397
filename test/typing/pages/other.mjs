// Markdown that is no playbook, and a page that grows at its end.
export const notes = {
  name: 'notes beside the playbooks',
  file: 'notes.md',
  keys: `# Notes

See [the pages](./⟦list⟧
) and [one of them](./playbooks/⟦rest⟧as⟦list⟧⟦Tab⟧).
| Task ID | Name |
| --- | --- |
| 4301 | FastTrack Engineer
Phase: **Assess
`,
};

export const grown = {
  name: 'rows added to a page that is there',
  file: 'playbooks/assess-network.zh.md',
  keys: `⟦Control+End⟧| 2021/3/02 | Robin Field | 更新 |
| 2021/4/02 | Robin Field
|⟦Tab⟧
`,
};
