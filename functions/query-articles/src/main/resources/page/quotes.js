// The quote check: is this sentence in that article, word for word?
import {html, useState} from './preact.js';
import {to} from './address.js';
import {post} from './api.js';
import {Badge, Empty, Failed, Out, useAction} from './parts.js';
import {plural} from './words.js';

const VERDICTS = {
  exact: ['Exact', 'good', 'It stands there word for word.'],
  changed: ['Changed', 'bad', 'Something like it stands there, in other words.'],
  gone: ['Gone', 'warn', 'An earlier revision had it; the current one does not.'],
  unchecked: ['Not checked', 'warn', ''],
  absent: ['Not there', 'bad', 'Neither the current text nor an earlier one has it.'],
};
const MOST = 50;

export function Quotes({params}) {
  const {busy, problem, run} = useAction();
  const [results, set] = useState(null);
  const submit = event => {
    event.preventDefault();
    const given = event.target.elements;
    const quotes = given.quotes.value.split(/\n\s*\n/).map(each => each.replace(/\s*\n\s*/g, ' ').trim()).filter(Boolean);
    const article = given.article.value.trim();
    const asked = quotes.slice(0, MOST).map(quote => article ? {quote, article} : {quote});
    run(async () => {
      set(null);
      const answer = await post('v1/verify', {quotes: asked});
      set(answer.results.map((result, index) => ({...result, asked: asked[index].quote})));
    });
  };
  return html`<h1>Quote check</h1>
    <p class="soft">Finds whether words attributed to an article stand in it: exactly, changed, in an earlier revision only, or not at all.</p>
    <form class="panel" onSubmit=${submit}>
      <label>Quotes, with an empty line between two <textarea name="quotes" rows="6" required dir="auto"></textarea></label>
      <label>Article: id or address; without one the library is searched, by current revisions only
        <input name="article" defaultValue=${params.get('article') || ''} value=${params.get('article') || ''} spellcheck=${false} /></label>
      <p class="row"><button class="primary" disabled=${busy}>${busy ? 'Checking…' : 'Check'}</button></p>
    </form>
    ${problem && (problem.status === 404 || problem.status === 405
      ? html`<${Empty} title="This library checks no quotes"><p>Its version has no quote check yet.</p><//>`
      : html`<${Failed} problem=${problem} />`)}
    ${results && html`<p class="spoken" role="status">${plural(results.length, 'quote')} checked</p>
      <ol class="cards">${results.map(result => html`<${Result} result=${result} />`)}</ol>`}`;
}

function Result({result}) {
  const [label, tone, means] = VERDICTS[result.verdict] || [result.verdict, 'soft', ''];
  const inText = !result.goneSince && result.field === 'text';
  return html`<li class="card" data-item>
    <p class="meta"><${Badge} tone=${tone}>${label}<//> <span>${result.reason || means}</span></p>
    <blockquote dir="auto">${result.asked}</blockquote>
    ${result.diff?.length > 0 && html`<ul class="short">${result.diff.map(each => html`<li dir="auto">
      ${each.quote ? html`<span class="soft small">quoted</span> <del>${each.quote}</del>` : html`<span class="soft small">left out</span>`}
      ${each.text ? html` <span class="soft small">the article has</span> <ins>${each.text}</ins>` : html` <span class="soft small">which the article does not have</span>`}</li>`)}</ul>`}
    ${result.article && html`<p class="foot"><a href=${to('article', result.article, inText ? {at: result.start + '-' + result.end} : '')} dir="auto">${result.headline || 'The article'}</a>
      ${result.field === 'headline' && html`<span>in its headline</span>`}
      ${result.elided && html`<span>with words left out</span>`}
      ${result.normalised?.length > 0 && html`<span title="Differences of writing that were not counted">not counted: ${result.normalised.join(', ')}</span>`}
      ${(result.link || result.url) && html`<${Out} url=${result.link || result.url} class="original">At the publisher ↗<//>`}</p>`}
  </li>`;
}
