// Revisions of an article, and the typed edits between two of them.
import {html, useMemo} from './preact.js';
import {changed, go, to} from './address.js';
import {get} from './api.js';
import {Badge, Busy, Failed, useLoad} from './parts.js';
import {difference} from './passages.js';
import {RightsChange} from './rights.js';
import {CodePoints, plural, time} from './words.js';

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

export function Revisions({item, params, text}) {
  const points = useMemo(() => text === undefined ? undefined : new CodePoints(text), [text]);
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
    return html`<section class="revisions"><h2>Revisions</h2>${value ? html`<p class="soft">One so far.</p>` : html`<${Busy} />`}</section>`;
  }
  const choose = event => go(to('article', item.id, changed(params, {[event.target.name]: event.target.value})));
  const options = chosen => value.items.map((each, index) => html`<option value=${each.revision} selected=${each.revision === chosen}>
    ${index + 1}: ${time(each.firstSeen).exact}${each.current ? ' (current)' : ''}</option>`);
  return html`<section class="revisions" aria-labelledby="revisions"><h2 id="revisions">Revisions</h2>
    <p class="row"><label>Earlier <select name="before" onChange=${choose}>${options(value.before?.revision)}</select></label>
      <label>Later <select name="after" onChange=${choose}>${options(value.after?.revision)}</select></label></p>
    <${RightsChange} before=${value.before} after=${value.after} />
    <${Edits} value=${value} language=${item.inLanguage} points=${value.after?.revision === item.revision ? points : undefined} />
  </section>`;
}

function Edits({value, language, points}) {
  const edits = value.edits || [];
  if (edits.length === 0) {
    return html`<p class="soft">The two do not differ in headline or text.</p>`;
  }
  return html`
    ${value.before?.textFrom !== value.after?.textFrom && html`<p class="soft">One text is from the feed, the other from the page; they may differ though nothing was edited.</p>`}
    <ol class="edits">${edits.map(edit => html`<${Edit} edit=${edit} language=${language} points=${points} />`)}</ol>
    ${value.omitted > 0 && html`<p class="soft">and ${plural(value.omitted, 'edit')} more</p>`}`;
}

/** A piece of an edit; the space behind it is not part of what was changed. */
function Words({kind, text}) {
  const words = text.trimEnd();
  const space = text.slice(words.length);
  return kind === 'same' ? text : kind === 'cut' ? html`<del>${words}</del>${space}` : html`<ins>${words}</ins>${space}`;
}

const AROUND = 50;
/** Edits that are sentences of their own, or whose places are not in the text. */
const ALONE = ['headline', 'paragraph-added', 'paragraph-cut', 'correction-note', 'quotation-removed'];

/** Returns the words around a small edit in the later text; empty where that is not at hand. */
function surroundings(edit, points) {
  if (!points || ALONE.includes(edit.type) || !edit.after || edit.after.text.length > 80 || edit.after.end > points.length) {
    return {};
  }
  const before = points.slice(Math.max(0, edit.after.start - AROUND), edit.after.start);
  const after = points.slice(edit.after.end, edit.after.end + AROUND);
  return {before: before.slice(before.indexOf('\n\n') < 0 ? 0 : before.lastIndexOf('\n\n') + 2).replace(/^\S*\s/, ''), after: after.split('\n\n')[0].replace(/\s\S*$/, '')};
}

function Edit({edit, language, points}) {
  const around = surroundings(edit, points);
  const [label, tone] = TYPES[edit.type] || [edit.type, 'soft'];
  return html`<li class=${'edit ' + tone}>
    <p class="meta"><${Badge} tone=${tone}>${label}<//></p>
    <p dir="auto" lang=${language}>${around.before && html`<span class="soft">…${around.before}</span>`}${
      difference(edit.before?.text || '', edit.after?.text || '').map(({kind, text}) => html`<${Words} kind=${kind} text=${text} />`)}${
      around.after && html`<span class="soft">${around.after}…</span>`}</p>
    ${edit.contains?.length > 0 && html`<ol class="edits">${edit.contains.map(each => html`<${Edit} edit=${each} language=${language} points=${points} />`)}</ol>`}
  </li>`;
}
