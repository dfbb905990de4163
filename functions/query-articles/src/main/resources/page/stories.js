// Stories: one event told by several publishers. Copies of an article.
import {html} from './preact.js';
import {to} from './address.js';
import {get, next} from './api.js';
import {Busy, Empty, Failed, Time, useAction, useLoad} from './parts.js';
import {country, host, plural} from './words.js';

const articlesOf = story => story.members || story.articles || story.timeline || [];
const voices = story => story.independent ?? story.independentVoices ?? story.voices ?? story.publishers?.length;
const headline = story => story.headline || story.title || 'Story';

function Missing({problem, again}) {
  return problem.status === 404
    ? html`<${Empty} title="This library keeps no stories"><p>Its version groups no articles yet. <a href=${to('articles')}>All articles</a></p><//>`
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
    ${problem ? html`<${Missing} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.items.length === 0 ? html`<${Empty} title="No story yet"><p>A story needs reports of one event by two independent publishers.</p><//>`
      : html`<ol class="cards">${value.items.map(story => html`<${StoryCard} key=${story.id} story=${story} />`)}</ol>`}
    ${loading.problem && html`<${Failed} problem=${loading.problem} />`}
    ${value?.next && html`<p><button class="more" disabled=${loading.busy} onClick=${more}>More stories</button></p>`}`;
}

function StoryCard({story}) {
  return html`<li class="card" data-item>
    <p class="meta"><span class="publisher">${plural(voices(story) || 0, 'independent voice')}</span>
      ${articlesOf(story).length > 0 && html`<span>${plural(articlesOf(story).length, 'article')}</span>`}
      <${Time} at=${story.lastSeen || story.changed || story.firstSeen} /></p>
    <h2 dir="auto"><a href=${to('story', story.id)}>${headline(story)}</a></h2>
    <p class="foot">${(story.countries || []).slice(0, 6).map(code => html`<span class="place">${country(code)}</span>`)}</p>
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
    <p class="meta"><span class="publisher">${plural(voices(value) || 0, 'independent voice')}</span></p>
    <h1 dir="auto">${headline(value)}</h1></header>
    <ol class="timeline">${articlesOf(value).map(each => html`<li>
      <${Time} at=${each.datePublished || each.arrival || each.at} />
      <p dir="auto"><a href=${to('article', each.id)}>${each.headline || each.id}</a></p>
      <p class="soft small" dir="auto">${each.publisher || (each.url && host(each.url))}</p></li>`)}</ol>
  </article>`;
}

/** Who had the text first, and who copied it. */
export function Copies({item}) {
  const chain = item.copies || item.copyChain || [];
  if (!item.duplicateOf && chain.length === 0 && !item.storyId) {
    return null;
  }
  return html`<section aria-labelledby="copies"><h2 id="copies">Copies</h2>
    ${item.duplicateOf && html`<p>A copy of <a href=${to('article', item.duplicateOf)}>an earlier article</a>.</p>`}
    ${chain.length > 0 && html`<ul class="short">${chain.map(each => html`<li><a href=${to('article', each.id)} dir="auto">${each.headline || each.publisher || each.id}</a></li>`)}</ul>`}
    ${item.storyId && html`<p><a href=${to('story', item.storyId)}>The whole story</a></p>`}
  </section>`;
}
