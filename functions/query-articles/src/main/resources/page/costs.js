// What the model costs this month, of which budget, and for which sources.
import {html} from './preact.js';
import {to} from './address.js';
import {all, get} from './api.js';
import {Badge, Busy, Empty, Failed, useLoad} from './parts.js';
import {number, plural} from './words.js';

const money = value => new Intl.NumberFormat('en', {style: 'currency', currency: 'USD', maximumFractionDigits: value > 0 && value < 1 ? 4 : 2}).format(value);
const cents = value => number(Number(value.toPrecision(2))) + ' ¢';

export function Costs() {
  const {value, problem, again} = useLoad(signal => get('v1/costs', '', signal), []);
  const off = problem?.status === 404 || value?.state === 'off';
  return html`<h1>Costs</h1>
    ${off ? html`<${Empty} title="No model is in use"><p>Summaries are sentences of the articles themselves, which costs no model anything. A model is switched on by the parameters of the stack.</p>
        <p>The rest of the bill is in the <a href="https://console.aws.amazon.com/billing/home" rel="noopener noreferrer" target="_blank">console of AWS ↗</a>.</p><//>`
      : problem ? html`<${Failed} problem=${problem} again=${again} />`
      : !value ? html`<${Busy} />` : html`<${Month} value=${value} />`}`;
}

function Month({value}) {
  const budget = value.budget || 0;
  const spent = value.spent || 0;
  return html`<section class="panel" aria-label="This month">
      <p class="meta"><span>${value.month}</span> <${Badge} tone=${value.state === 'exhausted' ? 'bad' : 'good'}>${value.state === 'exhausted' ? 'budget used up' : 'within the budget'}<//> ${value.model && html`<bdi>${value.model}</bdi>`}</p>
      <p class="sum"><b>${money(spent)}</b> of ${money(budget)}</p>
      <meter min="0" max=${Math.max(budget, spent, .0001)} high=${budget * .8} value=${spent} aria-label=${money(spent) + ' of ' + money(budget) + ' spent'}></meter>
      ${value.state === 'exhausted' && html`<p>Articles show their own sentences until the month ends. Raise the parameter of the budget to go on.</p>`}
      <dl class="facts">
        ${value.forecast !== undefined && html`<div><dt>Forecast</dt><dd>${money(value.forecast)} for the whole month</dd></div>`}
        ${value.reserved > 0 && html`<div><dt>Set aside</dt><dd>${money(value.reserved)} for calls that run</dd></div>`}
        ${value.articles !== undefined && html`<div><dt>Texts</dt><dd>${number(value.articles)}</dd></div>`}
        ${value.centsPerArticle !== undefined && html`<div><dt>Each</dt><dd>${cents(value.centsPerArticle)}</dd></div>`}
      </dl>
    </section>
    ${value.sources?.length > 0 && html`<h2>By source</h2><${BySource} sources=${value.sources} />`}`;
}

function BySource({sources}) {
  const {value: names} = useLoad(async signal => new Map((await all('v1/sources', {limit: 100}, signal)).map(each => [each.id, each.name || each.url])), []);
  return html`<table class="rows"><caption class="spoken">Costs by source</caption>
    <thead><tr><th scope="col">Source</th><th scope="col">Spent</th><th scope="col">Texts</th></tr></thead>
    <tbody>${sources.map(each => html`<tr><th scope="row">${each.sourceId
      ? html`<a href=${to('articles', '', {source: each.sourceId})}><bdi>${names?.get(each.sourceId) || each.sourceId.slice(0, 8) + '…'}</bdi></a>` : 'Uploads'}</th>
      <td>${money(each.spent)}</td><td>${plural(each.articles, 'text')}${each.centsPerArticle !== undefined && ', ' + cents(each.centsPerArticle) + ' each'}</td></tr>`)}</tbody></table>`;
}
