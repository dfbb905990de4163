// One article: text with the summary's sentences marked, facts, revisions, copies, rights.
import {html, useEffect, useMemo, useState} from './preact.js';
import {changed, go, to} from './address.js';
import {get, remove, text as fetchText, url} from './api.js';
import {Badge, Busy, Copy, Failed, Out, Sure, Time, useAction, useLoad} from './parts.js';
import {CodePoints, access, country, direction, host, language, plural} from './words.js';
import {pieces} from './passages.js';
import {Revisions} from './revisions.js';
import {Rights, RightsBadges} from './rights.js';
import {Copies} from './stories.js';
import {escaped} from './filters.js';

const path = id => 'v1/articles/' + encodeURIComponent(id);

export function ArticleView({id, params}) {
  const length = params.get('length') || '';
  const article = useLoad(signal => get(path(id), length && {length}, signal), [id, length]);
  const item = article.value;
  // Of an article that there is: an unknown one is answered, and logged, once.
  const found = Boolean(item);
  const body = useLoad(async signal => found ? fetchText(path(id) + '/text', {format: 'text'}, signal) : undefined, [id, found]);
  const copies = useLoad(async signal => found ? get(path(id) + '/copies', '', signal) : undefined, [id, found]);
  const chain = copies.value?.chain || [];
  useEffect(() => {
    if (item?.headline) {
      document.title = item.headline + ' · Lede';
    }
  }, [item]);
  if (article.problem) {
    return html`<h1>Article</h1><${Failed} problem=${article.problem} again=${article.problem.status === 404 ? null : article.again} />
      <p><a href=${to('articles')}>All articles</a></p>`;
  }
  if (!item) {
    return html`<h1 class="spoken">Article</h1><${Busy} />`;
  }
  return html`<article class="article">
    <${Head} item=${item} />
    <div class="columns reverse">
      <div class="reading" lang=${item.inLanguage}>
        <${Summary} summary=${item.summary} dir=${direction(item.inLanguage)} id=${item.id} params=${params} />
        ${body.problem?.status === 303
          ? html`<p>The text is longer than 4 MB. <a href=${url(path(item.id) + '/text', {format: 'text'})}>Open it as a file</a></p>`
          : body.problem ? html`<${Failed} problem=${body.problem} again=${body.again} />`
          : body.value === undefined ? html`<${Busy} />` : html`<${Text} text=${body.value} item=${item} at=${params.get('at')} copied=${chain.find(each => each.articleId === id)?.passages || []} />`}
      </div>
      <aside class="about" aria-label="About this article">
        <${Facts} item=${item} />
        <${Rights} item=${item} />
        <${Copies} item=${item} chain=${chain} />
        <${Similar} item=${item} />
        <${Actions} item=${item} />
      </aside>
    </div>
    <${Revisions} item=${item} params=${params} text=${body.value} />
  </article>`;
}

function Head({item}) {
  const [state, tone] = access(item.access || 'open');
  return html`<header class="head" lang=${item.inLanguage}>
    <p class="meta" lang="en"><span class="publisher" dir="auto">${item.publisher || (item.url ? host(item.url) : 'Uploaded')}</span>
      ${item.articleSection && html`<span dir="auto">${item.articleSection}</span>`}
      ${item.access && item.access !== 'open' && html`<${Badge} tone=${tone}>${state}<//>`}
      <${RightsBadges} rights=${item.rights} /></p>
    <h1 dir="auto">${item.headline || 'Without a headline'}</h1>
    ${item.alternativeHeadline && html`<p class="standfirst" dir="auto">${item.alternativeHeadline}</p>`}
    <p class="meta" lang="en">
      ${item.author?.length > 0 && html`<span>by <bdi>${item.author.join(', ')}</bdi></span>`}
      ${item.datePublished ? html`<span>published <${Time} at=${item.datePublished} /></span>` : html`<span>without a date, arrived <${Time} at=${item.arrival} /></span>`}
      ${item.dateModified && html`<span>changed <${Time} at=${item.dateModified} /></span>`}
      ${item.url && html`<${Out} url=${item.url} class="original">Original at ${host(item.url)} ↗<//>`}
    </p>
  </header>`;
}

function show(id) {
  const place = document.getElementById(id);
  if (place) {
    place.scrollIntoView({block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
    place.classList.remove('flash');
    requestAnimationFrame(() => place.classList.add('flash'));
  }
}

const LENGTHS = {'headline': 'One sentence', '': 'Short', 'three-sentences': 'Three sentences', 'key-points': 'Key points'};

function Summary({summary, dir, id, params}) {
  const sentences = summary?.sentences || [];
  if (sentences.length === 0) {
    return null;
  }
  const verbatim = sentences.every(sentence => sentence.end > sentence.start);
  return html`<section class="lede" aria-label="Summary" dir=${dir}>
    <h2 class="spoken">Summary</h2>
    <p dir="auto">${sentences.map((sentence, index) => html`${sentence.text} ${sentence.end > sentence.start
      && html`<button class="ref" onClick=${() => show('sentence-' + index)} aria-label=${'Show sentence ' + (index + 1) + ' in the text'}>${index + 1}</button>`} `)}</p>
    <p class="soft small" lang="en" dir="ltr">
      <label><span class="spoken">Length of the summary</span><select onChange=${event => go(to('article', id, changed(params, {length: event.target.value})), {replace: true})}>
        ${Object.entries(LENGTHS).map(([value, label]) => html`<option value=${value} selected=${value === (params.get('length') || '')}>${label}</option>`)}</select></label>
      ${summary.by && summary.by !== 'extractive'
      ? html`Written by the model <bdi>${summary.by}</bdi> and checked against the text; the numbers lead to the passages that support it.`
      : verbatim && 'Sentences of the text, word for word.'}
      ${summary.reason && html` No model’s summary is shown: <bdi>${summary.reason}</bdi>.`}</p>
  </section>`;
}

/** Marks what is not the summary only on request: it would drown it. */
function Text({text, item, at, copied}) {
  const [names, markNames] = useState(false);
  const [copies, markCopies] = useState(false);
  const points = useMemo(() => new CodePoints(text), [text]);
  const quote = /^(\d+)-(\d+)$/.exec(at || '');
  const marks = [
    ...(item.summary?.sentences || []).map((each, index) => ({...each, kind: 'sentence', index})),
    ...(names ? (item.mentions || []).flatMap(each => (each.spans || []).map(span => ({...span, kind: 'name', title: each.name}))) : []),
    ...(copies ? copied.map(each => ({...each, kind: 'copied'})) : []),
    ...(quote ? [{start: Number(quote[1]), end: Number(quote[2]), kind: 'quote'}] : []),
  ];
  useEffect(() => quote && show('quoted'), [at, text]);
  if (points.length === 0) {
    return html`<p class="soft">There is no text.</p>`;
  }
  return html`
    <p class="row small" lang="en" dir="ltr">
      ${item.mentions?.length > 0 && html`<label class="check"><input type="checkbox" checked=${names} onChange=${() => markNames(!names)} /> Mark countries and names</label>`}
      ${copied.length > 0 && html`<label class="check"><input type="checkbox" checked=${copies} onChange=${() => markCopies(!copies)} /> Mark what was copied</label>`}</p>
    <div class="text">${points.paragraphs().map(({start, end}) => html`<p dir="auto" key=${start}>${pieces(points, start, end, marks).map(piece => html`<${Piece} piece=${piece} />`)}</p>`)}</div>`;
}

function Piece({piece}) {
  const name = piece.marks.find(mark => mark.kind === 'name');
  const sentence = piece.marks.find(mark => mark.kind === 'sentence');
  const quote = piece.marks.find(mark => mark.kind === 'quote');
  let shown = piece.marks.some(mark => mark.kind === 'copied') ? html`<span class="copied" title="stands in the earlier article, too">${piece.text}</span>` : piece.text;
  if (name) {
    shown = html`<span class="name" title=${name.title}>${shown}</span>`;
  }
  if (sentence) {
    const begins = piece.start === sentence.start;
    shown = html`<mark class="sentence" id=${begins ? 'sentence-' + sentence.index : undefined}>${begins && html`<sup aria-hidden="true">${sentence.index + 1}</sup>`}${shown}</mark>`;
  }
  return quote ? html`<mark class="quote" id=${piece.start === quote.start ? 'quoted' : undefined}>${shown}</mark>` : shown;
}

const ORIGINS = {page: 'its page', feed: 'the feed', upload: 'an upload'};

/** Names that the text itself shows to be such, by kind. */
const KINDS = [['bloc', 'Blocs'], ['person', 'Persons'], ['organisation', 'Organisations'], ['organization', 'Organisations'], ['town', 'Towns'], ['place', 'Places']];

function Facts({item}) {
  const row = (label, value) => value && html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const links = (name, values, words) => values?.length > 0 && html`<span class="chips">${values.map(value => html`<a class="chip" href=${to('articles', '', {[name]: escaped(value)})}><bdi>${words(value)}</bdi></a>`)}</span>`;
  const names = type => {
    const found = (item.mentions || []).filter(each => each.type === type);
    return found.length > 0 && html`<span class="chips">${found.map(each => html`<a class="chip" href=${to('articles', '', {q: '"' + each.name.replace(/"/g, '') + '"'})}><bdi>${each.name}</bdi>${each.count > 1 && html` <span class="count">${each.count}</span>`}</a>`)}</span>`;
  };
  return html`<section aria-labelledby="facts"><h2 id="facts">Facts</h2><dl class="facts">
    ${row('Countries', links('country', item.countries, country))}
    ${KINDS.map(([type, label]) => row(label, names(type)))}
    ${row('Keywords', links('tag', item.keywords?.slice(0, 12), value => value))}
    ${row('Tags', links('tag', item.tags, value => value))}
    ${row('Terms', item.terms?.length > 0 && html`<span dir="auto">${item.terms.slice(0, 8).join(', ')}</span>`)}
    ${row('Agency', item.agency && html`<bdi>${item.agency}</bdi>`)}
    ${row('Dateline', item.dateline && html`<bdi>${item.dateline}</bdi>`)}
    ${row('Language', item.inLanguage && language(item.inLanguage))}
    ${row('Length', item.wordCount !== undefined && plural(item.wordCount, 'word'))}
    ${row('Text from', item.textFrom && ORIGINS[item.textFrom])}
    ${row('Access', item.accessReason && html`${access(item.access)[0]}: <bdi>${item.accessReason}</bdi>`)}
    ${row('Date', item.datePublishedRaw && html`<span title="as written in the document" dir="auto">${item.datePublishedRaw}</span>`)}
    ${row('Arrived', html`<${Time} at=${item.arrival} />`)}
    ${row('Source', item.sourceId && html`<a href=${to('articles', '', {source: item.sourceId})}>more from it</a>`)}
    ${row('Notes', item.notes?.length > 0 && item.notes.join('; '))}
  </dl></section>`;
}

function Similar({item}) {
  const {value} = useLoad(signal => get('v1/articles', {similar_to: item.id, limit: 5}, signal), [item.id]);
  const items = (value?.items || []).filter(each => each.id !== item.id);
  return items.length === 0 ? null : html`<section aria-labelledby="similar"><h2 id="similar">Similar articles</h2>
    <ul class="short">${items.map(each => html`<li><a href=${to('article', each.id)} dir="auto">${each.headline || 'Without a headline'}</a>
      <span class="soft small">${each.publisher || (each.url && host(each.url))} <${Time} at=${each.datePublished || each.arrival} /></span></li>`)}</ul>
    <p class="small"><a href=${to('articles', '', {similar_to: item.id})}>All</a></p></section>`;
}

function Actions({item}) {
  const {problem, run} = useAction();
  const drop = () => run(async () => {
    await remove(path(item.id));
    location.hash = to('articles');
  });
  return html`<section aria-label="Actions" class="actions">
    <p class="small">Text as <a href=${url(path(item.id) + '/text', {format: 'text'})}>text</a>, <a href=${url(path(item.id) + '/text', {format: 'markdown'})}>Markdown</a>, <a href=${url(path(item.id))}>record</a></p>
    <p class="row"><a class="button" href=${to('quotes', '', {article: item.id})}>Check a quote</a>
      <${Sure} label="Delete" question="Delete it with all its documents?" onSure=${drop} /></p>
    ${problem && html`<${Failed} problem=${problem} />`}
    <p class="soft small">Id <code class="id">${item.id}</code> <${Copy} text=${item.id} /></p>
  </section>`;
}
