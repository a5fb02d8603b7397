import { defineTexts } from '../../shared/texts';

const texts = defineTexts('preview/no-translations', {
  title: 'This page has no translations',
  hint: { text: 'The file name of a translation is the same except for the language:', note: 'Examples follow.' },
  sameFolder: {
    text: 'in the same folder, with the language at the end of the name',
    note: 'Explains the example network.md, network-de.md.',
  },
  ownFolder: { text: 'in a folder named after the language', note: 'Explains the example network.md, de/network.md.' },
});

/** Shown if there is nothing to compare: explains how translations are found. */
export function NoTranslations({ label }: { readonly label: string }) {
  return (
    <section class="message languages-none" aria-label={label}>
      <h2>{texts.title}</h2>
      <p>{texts.hint}</p>
      <dl>
        <dt>
          <FileNames names={['network.md', 'network-de.md', 'network-sc.md']} />
        </dt>
        <dd>{texts.sameFolder}</dd>
        <dt>
          <FileNames names={['network.md', 'de/network.md']} />
        </dt>
        <dd>{texts.ownFolder}</dd>
      </dl>
    </section>
  );
}

function FileNames({ names }: { readonly names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <code key={name}>{name}</code>
      ))}
    </>
  );
}
