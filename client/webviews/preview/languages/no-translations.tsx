import type { LanguagesTexts } from '../protocol/texts';

/** Shown if there is nothing to compare: explains how translations are found. */
export function NoTranslations({ texts }: { readonly texts: LanguagesTexts }) {
  return (
    <section class="message languages-none" aria-label={texts.title}>
      <h2>{texts.onlyOne}</h2>
      <p>{texts.onlyOneHint}</p>
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
