// What a publisher allows, by use, with its evidence.
import {html} from './preact.js';
import {Badge, Out, Time} from './parts.js';

const USES = [
  ['search', 'Search', 'listing and linking'],
  ['summary', 'Summaries', 'showing an extract'],
  ['ai-input', 'Input to models', 'handing the text to a model'],
  ['ai-train', 'Training', 'bulk export for training models'],
];
const TONES = {allowed: 'good', denied: 'bad', priced: 'warn', unknown: 'soft'};

const camel = name => name.replace(/-(.)/g, (all, letter) => letter.toUpperCase());

/** Returns the verdict on a use, in lower case; undefined where the record has none. */
function verdict(rights, use) {
  const found = rights?.verdicts?.[use] ?? rights?.verdicts?.[camel(use)] ?? rights?.[use] ?? rights?.[camel(use)];
  const word = typeof found === 'string' ? found : found?.verdict;
  return typeof word === 'string' ? word.toLowerCase() : undefined;
}

/** Badges for what is not allowed; nothing is said about what is. */
export function RightsBadges({rights}) {
  return html`${USES.map(([use, label]) => {
    const found = verdict(rights, use);
    return (found === 'denied' || found === 'priced') && html`<${Badge} tone=${TONES[found]} title=${'Rights: ' + label + ' ' + found}>${
      found === 'denied' ? 'No ' + label.toLowerCase() : label + ': priced'}<//>`;
  })}`;
}

/** The verdicts on every use, and the signals that they come from. */
export function Rights({rights, evidence = rights?.evidence, usageInfo}) {
  const known = USES.filter(([use]) => verdict(rights, use));
  if (known.length === 0 && !usageInfo) {
    return null;
  }
  return html`<section aria-labelledby="rights"><h2 id="rights">Rights</h2>
    <dl class="facts">${known.map(([use, label, means]) => html`<div><dt title=${means}>${label}</dt>
      <dd><${Badge} tone=${TONES[verdict(rights, use)] || 'soft'}>${verdict(rights, use)}<//></dd></div>`)}</dl>
    ${Array.isArray(evidence) && evidence.length > 0 && html`<details><summary>${evidence.length === 1 ? 'The signal' : 'The ' + evidence.length + ' signals'} behind it</summary>
      <ul class="evidence">${evidence.map(each => html`<li><b>${each.signal}</b> <span class="soft">${each.where}</span>
        <code>${each.value}</code> <${Time} at=${each.at} /></li>`)}</ul></details>`}
    ${usageInfo && html`<p class="soft small">Terms as published: <${Out} url=${usageInfo}>${usageInfo}<//></p>`}
  </section>`;
}
