import { cases, en, inPage } from './cases.js';

cases('front matter: keys', inPage(en, 'ms.date: 9/14/2026\nms.topic: partner-playbook'), [
  {
    at: '█',
    offers: ['ms.date', 'ms.topic', 'authors'],
    not: ['title', 'ms.prod'],
    take: ['ms.date', 'ms.date: 11/21/2026'],
  },
  { at: 'ms.█', offers: ['ms.date', 'ms.topic'], take: ['ms.topic', 'ms.topic: partner-playbook'] },
  { at: 'ms.t█: playbook', offers: ['ms.date', 'ms.topic'], take: ['ms.topic', 'ms.topic: playbook'] },
  { at: '# a comment █', offers: [] },
]);

cases('front matter: half typed', (at) => at, [
  {
    at: '---\n█',
    offers: [
      'title',
      'description',
      'ms.author',
      'manager',
      'ms.date',
      'ms.topic',
      'ms.prod',
      'ms.custom',
      'ft.audience',
      'author',
      'ft.owner',
    ],
    take: ['ms.prod', 'ms.prod: non-product-specific'],
  },
  { at: '---\nti█\n---\n', offers: ['title'], take: ['title', 'title: '] },
  {
    at: '---\ntitle: X\nft.audience: internal\nms.c█',
    offers: ['description'],
    take: ['ms.custom', 'ms.custom: internal-playbook'],
  },
  { at: '---\ntitle: "Q: x"\n█\n---\n', offers: ['description'], take: ['description', 'description: "Q: x"'] },
  { at: '█', offers: [] },
  { at: '---█', offers: [] },
  { at: 'Some words\n█', offers: [] },
]);

cases('front matter: values', inPage(en, 'ft.owner: benwest'), [
  {
    at: 'ft.owner: █',
    offers: ['adanorth', 'gwynhale', 'pagrim'],
    not: ['pargim', 'partner'],
    take: ['gwynhale', 'ft.owner: gwynhale'],
  },
  { at: 'ft.owner:█', offers: ['adanorth'], take: ['adanorth', 'ft.owner: adanorth'] },
  { at: 'ft.owner: "gw█"', offers: ['adanorth', 'gwynhale'], take: ['gwynhale', 'ft.owner: "gwynhale"'] },
  { at: 'ft.owner: gw█ # why', offers: ['adanorth'], take: ['gwynhale', 'ft.owner: gwynhale # why'] },
  { at: 'authors: █', offers: [] },
]);
cases('front matter: audience and what follows from it', inPage(en, 'ft.audience: partner'), [
  { at: 'ft.audience: █', offers: ['partner', 'internal'] },
  {
    at: 'ft.audience: partner, █',
    offers: ['internal'],
    not: ['partner'],
    take: ['internal', 'ft.audience: partner, internal'],
  },
  { at: 'ft.audience: partner,█', offers: ['internal'], take: ['internal', 'ft.audience: partner, internal'] },
]);
cases('front matter: topic', inPage(en, 'ms.topic: partner-playbook'), [
  { at: 'ms.topic: █', offers: ['partner-playbook', 'playbook'] },
  { at: 'ms.topic: p█b', offers: ['partner-playbook', 'playbook'], take: ['playbook', 'ms.topic: playbook'] },
]);
cases('front matter: the date as the page writes it', inPage(en, 'ms.date: 9/14/2026'), [
  { at: 'ms.date: █', offers: ['11/21/2026'], more: { today: '2026-11-21' } },
  { at: 'ms.date: █', offers: ['01/02/2027'], more: { today: '2027-01-02' } },
  {
    at: 'ms.date: 9/█14/2026',
    offers: ['1/2/2027'],
    more: { today: '2027-01-02' },
    take: ['1/2/2027', 'ms.date: 1/2/2027'],
  },
]);
cases('front matter: the author', inPage(en, 'author: Ada North'), [
  { at: 'author: █', offers: ['Kim Lee'], more: { author: 'Kim Lee' }, take: ['Kim Lee', 'author: Kim Lee'] },
]);
