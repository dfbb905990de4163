// What the library costs: the month's budget for models, and where it went.
import {html} from './preact.js';
import {to} from './address.js';
import {get} from './api.js';
import {Busy, Empty, Failed, useLoad} from './parts.js';
import {number} from './words.js';

const money = (cents, currency = 'USD') => new Intl.NumberFormat('en', {style: 'currency', currency}).format(cents / 100);

export function Costs() {
  const {value, problem, again} = useLoad(signal => get('v1/costs', '', signal), []);
  return html`<h1>Costs</h1>
    ${problem ? problem.status === 404
      ? html`<${Empty} title="No model is in use"><p>Summaries are sentences of the articles themselves, which costs no model anything.
          The bill of the rest is in the <a href="https://console.aws.amazon.com/billing/home" rel="noopener noreferrer" target="_blank">console of AWS ↗</a>.</p>
          <p><a href=${to('articles')}>All articles</a></p><//>`
      : html`<${Failed} problem=${problem} again=${again} />`
      : !value ? html`<${Busy} />` : html`<${Month} value=${value} />`}`;
}

function Month({value}) {
  const spent = value.spentCents ?? 0;
  const budget = value.budgetCents ?? 0;
  return html`<section class="panel">
    <p>${value.month || 'This month'}: <b>${money(spent)}</b> of ${money(budget)}</p>
    <meter min="0" max=${Math.max(budget, 1)} value=${spent} aria-label="Spent of the budget"></meter>
    ${value.articles !== undefined && html`<p class="soft">${number(value.articles)} summaries by a model</p>`}
  </section>`;
}
