// Revisions of an article, and the typed edits between two of them.
import {html} from './preact.js';
import {changed, go, to} from './address.js';
import {get} from './api.js';
import {Badge, Failed, Time, useLoad} from './parts.js';
import {difference} from './passages.js';
import {plural, time} from './words.js';

const TYPES = {
  'headline': ['Headline', 'info'],
  'number': ['Number', 'warn'],
  'name': ['Name', 'warn'],
  'quotation-altered': ['Quotation altered', 'bad'],
  'quotation-removed': ['Quotation removed', 'bad'],
  'correction-note': ['Correction', 'info'],
  'paragraph-added': ['Paragraph added', 'good'],
  'paragraph-cut': ['Paragraph cut', 'bad'],
  'wording': ['Wording', 'soft'],
};

export function Revisions({item, params}) {
  const asked = {};
  for (const name of ['before', 'after']) {
    if (params.get(name)) {
      asked[name] = params.get(name);
    }
  }
  const {value, problem} = useLoad(signal => get('v1/articles/' + encodeURIComponent(item.id) + '/revisions', asked, signal),
    [item.id, params.get('before'), params.get('after')]);
  if (problem) {
    return html`<section class="revisions"><h2>Revisions</h2><${Failed} problem=${problem} /></section>`;
  }
  if (!value || value.items.length < 2) {
    return html`<section class="revisions"><h2>Revisions</h2><p class="soft">${value ? 'One so far.' : '…'}</p></section>`;
  }
  const choose = event => go(to('article', item.id, changed(params, {[event.target.name]: event.target.value})));
  const options = chosen => value.items.map((each, index) => html`<option value=${each.revision} selected=${each.revision === chosen}>
    ${index + 1}: ${time(each.firstSeen).exact}${each.current ? ' (current)' : ''}</option>`);
  return html`<section class="revisions" aria-labelledby="revisions"><h2 id="revisions">Revisions</h2>
    <p class="row"><label>Earlier <select name="before" onChange=${choose}>${options(value.before?.revision)}</select></label>
      <label>Later <select name="after" onChange=${choose}>${options(value.after?.revision)}</select></label></p>
    <${Edits} value=${value} language=${item.inLanguage} />
  </section>`;
}

function Edits({value, language}) {
  const edits = value.edits || [];
  if (edits.length === 0) {
    return html`<p class="soft">The two do not differ in headline or text.</p>`;
  }
  return html`
    ${value.before?.textFrom !== value.after?.textFrom && html`<p class="soft">One text is from the feed, the other from the page; they may differ though nothing was edited.</p>`}
    <ol class="edits">${edits.map(edit => html`<${Edit} edit=${edit} language=${language} />`)}</ol>
    ${value.omitted > 0 && html`<p class="soft">and ${plural(value.omitted, 'edit')} more</p>`}`;
}

function Edit({edit, language}) {
  const [label, tone] = TYPES[edit.type] || [edit.type, 'soft'];
  return html`<li class=${'edit ' + tone}>
    <p class="meta"><${Badge} tone=${tone}>${label}<//></p>
    <p dir="auto" lang=${language}>${difference(edit.before?.text || '', edit.after?.text || '').map(({kind, text}) =>
      kind === 'same' ? text : kind === 'cut' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`)}</p>
    ${edit.contains?.length > 0 && html`<ol class="edits">${edit.contains.map(each => html`<${Edit} edit=${each} language=${language} />`)}</ol>`}
  </li>`;
}
