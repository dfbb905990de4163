// What a publisher allows, by use, and the statements that the verdicts follow from.
import {html} from './preact.js';
import {get} from './api.js';
import {Badge, Out, Time, useLoad} from './parts.js';
import {link, plural} from './words.js';

const USES = [
  ['search', 'Search', 'listing it and linking to it', 'No search'],
  ['summary', 'Summaries', 'showing an extract of it', 'No summaries'],
  ['ai-input', 'Input to models', 'handing its text to a model', 'No input to models'],
  ['ai-train', 'Training', 'exporting it to train a model', 'No training'],
];
const TONES = {allowed: 'good', denied: 'bad', priced: 'warn', unknown: 'soft'};
const WORDS = {allowed: 'allowed', denied: 'denied', priced: 'for a price', unknown: 'no word on it'};

function denialOf(denied) {
  const uses = denied.map(([use]) => use).join(' ');
  return denied.length === 1 ? denied[0][3] : uses === 'ai-input ai-train' ? 'No AI use' : 'Rights reserved';
}

/** Badges for what is not allowed; nothing is said about what is. */
export function RightsBadges({rights}) {
  const denied = USES.filter(([use]) => rights?.[use] === 'denied');
  const priced = USES.filter(([use]) => rights?.[use] === 'priced');
  return html`
    ${denied.length > 0 && html`<${Badge} tone="bad" title=${'The publisher denies: ' + denied.map(([, label]) => label.toLowerCase()).join(', ')}>${denialOf(denied)}<//>`}
    ${priced.length > 0 && html`<${Badge} tone="warn" title=${'For a price: ' + priced.map(([, label]) => label.toLowerCase()).join(', ')}>Priced use<//>`}`;
}

/** The verdicts that differ between two revisions, and the statements that only one of them has. */
export function RightsChange({before, after}) {
  const changes = USES.filter(([use]) => before?.rights && after?.rights && before.rights[use] !== after.rights[use]);
  if (changes.length === 0) {
    return null;
  }
  const key = each => each.signal + each.where + each.value;
  const only = (one, other) => one.evidence.filter(each => !other.evidence.some(known => key(known) === key(each)));
  const said = (list, word) => list.length > 0 && html`<p>${word}</p><ul class="evidence">${list.map(each => html`<li><b>${each.signal}</b> <span class="soft small">${each.where}, <${Time} at=${each.at} /></span>
    <code class="block">${each.value}</code></li>`)}</ul>`;
  return html`<div class="panel"><h3>Rights changed</h3>
    <ul>${changes.map(([use, label, means]) => html`<li>${label} (${means}): <${Badge} tone=${TONES[before.rights[use]]}>${WORDS[before.rights[use]]}<//> → <${Badge} tone=${TONES[after.rights[use]]}>${WORDS[after.rights[use]]}<//></li>`)}</ul>
    ${said(only(after, before), 'Because the publisher says since:')}${said(only(before, after), 'and no longer says:')}</div>`;
}

/** The verdicts on every use; what they follow from is asked for as somebody looks. */
export function Rights({item}) {
  const rights = item.rights;
  const known = USES.filter(([use]) => rights?.[use]);
  const {value} = useLoad(signal => get('v1/articles/' + encodeURIComponent(item.id) + '/rights', '', signal), [item.id, item.revision]);
  const evidence = value?.evidence || [];
  if (known.length === 0 && !item.usageInfo) {
    return null;
  }
  return html`<section aria-labelledby="rights"><h2 id="rights">Rights</h2>
    ${known.every(([use]) => rights[use] === 'unknown') ? html`<p class="soft">The publisher says nothing on uses.</p>` : html`<dl class="facts">${known.map(([use, label, means]) => html`<div><dt title=${means}>${label}</dt>
      <dd><${Badge} tone=${TONES[rights[use]] || 'soft'}>${WORDS[rights[use]] || rights[use]}<//></dd></div>`)}</dl>`}
    ${evidence.length > 0 && html`<details><summary>${plural(evidence.length, 'statement')} of the publisher</summary>
      <ul class="evidence">${evidence.map(each => html`<li><b>${each.signal}</b> <span class="soft small">${link(each.where) ? html`<${Out} url=${each.where}>${each.where}<//>` : each.where}, <${Time} at=${each.at} /></span>
        <code class="block">${each.value}</code></li>`)}</ul></details>`}
    ${item.usageInfo && html`<p class="soft small">As published: <${Out} url=${item.usageInfo}>${item.usageInfo}<//></p>`}
  </section>`;
}
