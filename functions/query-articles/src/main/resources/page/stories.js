// Stories: one event told by several publishers. Copies of an article.
import {html} from './preact.js';
import {to} from './address.js';
import {get, next} from './api.js';
import {Badge, Busy, Empty, Failed, Time, useAction, useLoad} from './parts.js';
import {host, language, plural} from './words.js';

/** A library that groups no articles answers 404, one without a search index 503. */
function Missing({problem, again}) {
  return problem.status === 404
    ? html`<${Empty} title="No such story"><p>Its articles may have been deleted. <a href=${to('stories')}>All stories</a></p><//>`
    : html`<${Failed} problem=${problem} again=${again} />`;
}

export function Stories() {
  const {value, problem, again, put} = useLoad(signal => get('v1/stories', {limit: 30}, signal), []);
  const loading = useAction();
  const more = () => loading.run(async () => {
    const page = await next(value.next);
    put({items: [...value.items, ...page.items], next: page.next});
  });
  return html`<h1>Stories</h1>
    <p class="soft">Events that at least two independent voices report. Copies of one text, and reports that credit one agency, are one voice.</p>
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.items.length === 0 && !value.next ? html`<${Empty} title="No story yet"><p>A story begins as a second publisher reports the same event. <a href=${to('sources')}>Add more sources</a></p><//>`
      : html`<ol class="cards">${value.items.map(story => html`<${StoryCard} key=${story.id} story=${story} />`)}</ol>`}
    ${loading.problem && html`<${Failed} problem=${loading.problem} />`}
    ${value?.next && html`<p><button class="more" disabled=${loading.busy} onClick=${more}>More stories</button></p>`}`;
}

const Size = ({story}) => html`<span class="publisher">${plural(story.voices, 'voice')}</span><span>${plural(story.reports, 'article')}</span>`;
const Languages = ({story}) => story.languages?.length > 0 && html`<span>${story.languages.map(language).join(', ')}</span>`;

function StoryCard({story}) {
  return html`<li class="card" data-item>
    <p class="meta"><${Size} story=${story} /><span>latest <${Time} at=${story.latest} /></span><${Languages} story=${story} /></p>
    <h2 dir="auto"><a href=${to('story', story.id)}>${story.headline || 'Without a headline'}</a></h2>
    <p class="foot"><bdi>${(story.publishers || []).slice(0, 6).join(' · ')}</bdi>${story.publishers?.length > 6 && html` <span>and ${story.publishers.length - 6} more</span>`}</p>
  </li>`;
}

export function Story({id}) {
  const {value, problem, again} = useLoad(signal => get('v1/stories/' + encodeURIComponent(id), '', signal), [id]);
  if (problem) {
    return html`<h1>Story</h1><${Missing} problem=${problem} again=${again} />`;
  }
  if (!value) {
    return html`<h1 class="spoken">Story</h1><${Busy} />`;
  }
  return html`<article class="article"><header class="head">
      <p class="meta"><${Size} story=${value} /><span>since <${Time} at=${value.firstSeen} /></span><span>latest <${Time} at=${value.latest} /></span><${Languages} story=${value} /></p>
      <h1 dir="auto">${value.headline || 'Without a headline'}</h1>
    </header>
    <div class="columns reverse">
      <section class="reading" aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
        <ol class="timeline">${value.timeline.map(each => html`<${Report} report=${each} timeline=${value.timeline} />`)}</ol>
        ${value.reports > value.timeline.length && html`<p class="soft">The first ${value.timeline.length} of ${value.reports}. <a href=${to('articles', '', {story: value.id})}>All</a></p>`}
      </section>
      <aside class="about" aria-label="About this story">
        ${value.keyPoints.length > 0 && html`<section aria-labelledby="points"><h2 id="points">Key points</h2>
          <ul class="points">${value.keyPoints.map(point => html`<li><a href=${to('article', point.articleId, {at: point.start + '-' + point.end})} dir="auto">${point.text}</a></li>`)}</ul>
          <p class="soft small">Sentences of the articles, word for word; each leads to its place.</p></section>`}
        <${Voices} timeline=${value.timeline} />
      </aside>
    </div>
  </article>`;
}

const publisher = report => report.publisher || (report.url ? host(report.url) : 'an upload');

function Report({report, timeline}) {
  const original = timeline.find(each => each.articleId === report.copyOf);
  return html`<li data-item class=${report.copyOf ? 'copy' : ''}>
    <p class="meta"><${Badge} tone=${report.copyOf ? 'soft' : 'info'} title="Reports with the same number are one voice">Voice ${report.voice}<//>
      <span class="publisher" dir="auto">${publisher(report)}</span> <${Time} at=${report.at} /> ${report.inLanguage && html`<span>${language(report.inLanguage)}</span>`}
      ${report.credit && html`<span>credits <bdi>${report.credit}</bdi></span>`}</p>
    <p dir="auto" lang=${report.inLanguage}><a href=${to('article', report.articleId)}>${report.headline || 'Without a headline'}</a></p>
    ${report.copyOf && html`<p class="soft small">Copied from <a class="plain" href=${to('article', report.copyOf)}><bdi>${original ? publisher(original) : 'an earlier article'}</bdi></a>${
      report.similarity !== undefined && ', ' + Math.round(report.similarity * 100) + ' % in common'}</p>`}
    ${report.reasons?.length > 0 && html`<p class="soft small">In common with earlier ones: <bdi>${report.reasons.slice(0, 8).join(', ')}</bdi></p>`}</li>`;
}

function Voices({timeline}) {
  const voices = new Map();
  for (const report of timeline) {
    voices.set(report.voice, [...(voices.get(report.voice) || []), report]);
  }
  return html`<section aria-labelledby="voices"><h2 id="voices">Independent voices</h2>
    <dl class="facts">${[...voices].sort(([one], [other]) => one - other).map(([voice, reports]) => html`<div><dt>Voice ${voice}</dt>
      <dd><bdi>${[...new Set(reports.map(publisher))].join(', ')}</bdi></dd></div>`)}</dl></section>`;
}

/** Who had the text first and who took it, and the story that the article is in. */
export function Copies({item, chain}) {
  return html`
    ${item.story && html`<section aria-labelledby="story"><h2 id="story">Story</h2>
      <p><a href=${to('story', item.story)}>What others report of this event</a></p></section>`}
    ${chain.length > 1 && html`<section aria-labelledby="copies"><h2 id="copies">Copies</h2>
      <ol class="short">${chain.map(each => html`<li>
        ${each.articleId === item.id ? html`<b>This article</b>` : html`<a href=${to('article', each.articleId)} dir="auto">${publisher(each)}</a>`}
        <span class="soft small"><${Time} at=${each.at} />${!each.copyOf && ', had it first'}${
          each.passages?.length > 0 && ', ' + plural(each.passages.length, 'passage') + ' in common'}</span></li>`)}</ol></section>`}`;
}

