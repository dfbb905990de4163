"""Trains the extractor's weights on pages with gold, and says what they are worth on sites not trained on.

  train.py first  GOLD.jsonl CLUES.jsonl OUT            logistic regression over features: OUT/linear-model.tsv, OUT/scores.jsonl
  train.py second GOLD.jsonl CLUES.jsonl NUMBERS.jsonl OUT      boosted trees over numbers: OUT/boosted-trees.tsv

CLUES.jsonl is written by TrainingSamples (among the tests), NUMBERS.jsonl by the same with OUT/scores.jsonl. Sites are dealt to FOLDS folds;
OUT/fold-K holds the weights trained without fold K, and OUT/folds.json which page is in which, so that the whole extractor can be measured on
sites it never saw. Needs numpy, scipy, scikit-learn, lightgbm. The environment may set FOLDS (5) and FOLD_SEED (1).
"""
import collections, json, os, random, re, statistics, sys
from urllib.parse import urlparse
import lightgbm as lgb
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

FOLDS = int(os.environ.get('FOLDS', 5))
MIN_SITES = 15      # A clue met on fewer sites says which site it is.
KEPT_CLUES = 3000
NEWS = 2.0          # What a page of the two sets of news articles counts beside a web page: news is what Lede reads.
SWITCH = 0.1        # As in BodySelection.
SEEDS = 4
TREES = dict(objective='binary', verbose=-1, num_threads=2, learning_rate=.1, num_leaves=15, min_data_in_leaf=200,
             feature_fraction=.3, bagging_fraction=.7, bagging_freq=1, lambda_l2=10, deterministic=True, force_row_wise=True)
ROUNDS = 100
UNSPACED = re.compile('([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f\uff66-\uff9d])')
LONG = 7            # Tokens from which a passage is found in the gold by its shingles; shorter ones by their neighbours.


def tokens(text): return re.findall(r'\w+', text or '')


def shingles(t, n=4): return collections.Counter(tuple(t[i:i + n]) for i in range(max(1, len(t) - n + 1))) if t else collections.Counter()


def site(url):
    host = (urlparse(url).hostname or url).split('.')
    return '.'.join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 and len(host[-1]) == 2 else host[-2:])


class Page:
    def __init__(self, sample, gold):
        self.id, self.set, self.site = sample['id'], gold['set'], site(sample['url'])
        body = gold['articleBody']
        unspaced = self.set != 'aeb' and len(UNSPACED.findall(body)) > .2 * len(body)
        read = lambda text: tokens(UNSPACED.sub(r' \1 ', text) if unspaced else text)
        self.gold = shingles(read(body))
        self.tokens = [read(p['text']) for p in sample['passages']]
        self.clues = [p['clues'] for p in sample['passages']]
        self.labels = np.array(self.label(' ' + ' '.join(read(body)) + ' '))

    def label(self, gold):
        """Whether each passage is in the gold: a long one by its shingles, a short one if long ones around it are."""
        n, t, labels = len(self.tokens), self.tokens, [0] * len(self.tokens)
        for i in range(n):
            if len(t[i]) >= LONG:
                grams = shingles(t[i])
                labels[i] = int(sum(g in self.gold for g in grams) > len(grams) / 2)
        long = [i for i in range(n) if len(t[i]) >= LONG]
        for i in range(n):
            if len(t[i]) < LONG and t[i] and ' ' + ' '.join(t[i]) + ' ' in gold:
                before = next((labels[j] for j in reversed(long) if j < i), 0)
                after = next((labels[j] for j in long if j > i), 0)
                near = any(labels[j] for j in long if abs(j - i) <= 6)
                labels[i] = int((before and after) or ((before or after) and (len(t[i]) >= 4 or (len(t[i]) >= 2 and near))))
        return labels


def load(gold_file, clues_file):
    gold = {g['id']: g for g in map(json.loads, open(gold_file))}
    pages = [Page(s, gold[s['id']]) for s in map(json.loads, open(clues_file)) if s['passages']]
    return pages, np.concatenate([p.labels for p in pages]), weights(pages)


def weights(pages):
    """Pages weigh about the same, long passages more than short ones."""
    every = []
    for p in pages:
        length = np.sqrt([min(200, max(2, len(t))) for t in p.tokens])
        every.append(np.minimum(length / max(1, (length * p.labels).sum()) * 30, 10) * (1 if p.set == 'wcxb_art' else NEWS))
    return np.concatenate(every)


def folds(pages):
    sites = sorted({p.site for p in pages})
    random.Random(int(os.environ.get('FOLD_SEED', 1))).shuffle(sites)
    fold = {s: i % FOLDS for i, s in enumerate(sites)}
    return np.repeat([fold[p.site] for p in pages], [len(p.tokens) for p in pages]), {p.id: fold[p.site] for p in pages}


def by_page(pages, numbers):
    start = 0
    for p in pages:
        yield p, numbers[start:start + len(p.tokens)]
        start += len(p.tokens)


def threshold(page, scores):
    """As in Threshold, but for the count of words in scripts without spaces."""
    chance = 1 / (1 + np.exp(-scores)); words = np.array([len(t) for t in page.tokens]); order = np.argsort(-scores)
    best = (2 * np.cumsum((chance * words)[order]) / (np.cumsum(words[order]) + (chance * words).sum() + 1e-9)).max()
    return scores + (min(np.log((2 - best) / best), np.log(3)) if best > 0 else 0)


def kept(scores):
    """As in BodySelection: the likeliest run of kept and dropped passages."""
    k = d = 0.
    from_kept, to_dropped = [], []
    for s in scores:
        from_kept.append(k >= d - SWITCH); to_dropped.append(k - SWITCH > d)
        k, d = max(k, d - SWITCH) + s, max(d, k - SWITCH)
    state, answer = k > d, []
    for i in reversed(range(len(scores))):
        answer.append(state); state = from_kept[i] if state else to_dropped[i]
    return answer[::-1]


def report(name, pages, scores):
    rows = []
    for name_of_set in sorted({p.set for p in pages}):
        precision, recall = [], []
        for page, own in by_page(pages, scores):
            if page.set != name_of_set: continue
            seen, text = {}, []
            for t, k in zip(page.tokens, kept(threshold(page, own))):
                key = tuple(w.lower() for w in t)
                if k and (len(key) < 6 or not seen.setdefault(key, False)): text += t
                if k: seen[key] = True
            found = shingles(text); both = sum((page.gold & found).values())
            if found: precision.append(both / sum(found.values()))
            recall.append(both / sum(page.gold.values()))
        p, r = statistics.mean(precision), statistics.mean(recall)
        rows.append('%s %.4f (%.3f/%.3f)' % (name_of_set, 2 * p * r / (p + r), p, r))
    print(name, ' | '.join(rows), flush=True)


def first(gold_file, clues_file, out):
    pages, labels, weight = load(gold_file, clues_file)
    sites = collections.defaultdict(set)
    for p in pages:
        for passage in p.clues:
            for clue in passage: sites[clue].add(p.site)
    names = sorted(c for c in sites if len(sites[c]) >= MIN_SITES or c.startswith("in=")); column = {c: i for i, c in enumerate(names)}
    indices, ends = [], [0]
    for p in pages:
        for passage in p.clues:
            indices += [column[c] for c in passage if c in column]; ends.append(len(indices))
    X = sp.csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, len(names)))
    frequency = np.array((X > 0).sum(0)).ravel()

    def fit(rows):
        rough = LogisticRegression(C=.1, max_iter=40).fit(X[rows], labels[rows], sample_weight=weight[rows])
        chosen = np.sort(np.argsort(-np.abs(rough.coef_[0]) * np.sqrt(frequency))[:KEPT_CLUES])
        return LogisticRegression(C=.1, max_iter=80).fit(X[rows][:, chosen], labels[rows], sample_weight=weight[rows]), chosen

    def write(model, chosen, folder):
        os.makedirs(folder, exist_ok=True)
        with open(folder + '/linear-model.tsv', 'w') as f:
            f.write('#clue\tweight\n\t%.3f\n' % model.intercept_[0])
            for i, c in zip(chosen, model.coef_[0]):
                if abs(c) >= .005: f.write('%s\t%.2f\n' % (names[i], c))

    of, fold = folds(pages); scores = np.zeros(len(labels))
    for k in range(FOLDS):
        model, chosen = fit(of != k); write(model, chosen, '%s/fold-%d' % (out, k))
        scores[of == k] = model.decision_function(X[of == k][:, chosen])
    report('first scores:', pages, scores)
    write(*fit(of >= 0), out)
    json.dump(fold, open(out + '/folds.json', 'w'))
    with open(out + '/scores.jsonl', 'w') as f:
        for page, own in by_page(pages, scores): f.write(json.dumps(dict(id=page.id, scores=[round(s, 6) for s in own])) + '\n')


def second(gold_file, clues_file, numbers_file, out):
    pages, labels, weight = load(gold_file, clues_file)
    rows = {s['id']: s['passages'] for s in map(json.loads, open(numbers_file))}
    X = np.concatenate([np.array(rows[p.id]) for p in pages]); of, _ = folds(pages)

    def trees(chosen):
        data = lambda: lgb.Dataset(X[chosen], labels[chosen], weight=weight[chosen])
        return [lgb.train(dict(TREES, seed=seed), data(), ROUNDS) for seed in range(SEEDS)]

    def columns(node):
        if 'leaf_value' in node: return ['%.4g' % (node['leaf_value'] / SEEDS)]
        return ['%d<=%.5g' % (node['split_feature'], node['threshold'])] + columns(node['left_child']) + columns(node['right_child'])

    def write(models, folder):
        with open(folder + '/boosted-trees.tsv', 'w') as f:
            f.write('# one row a tree: a leaf is its score, a split is number<=bound, then the node within, then the node beyond\n')
            for model in models:
                for tree in model.dump_model()['tree_info']: f.write('\t'.join(columns(tree['tree_structure'])) + '\n')

    scores = np.zeros(len(labels))
    for k in range(FOLDS):
        models = trees(of != k); write(models, '%s/fold-%d' % (out, k))
        scores[of == k] = np.mean([m.predict(X[of == k], raw_score=True) for m in models], 0)
    report('second scores:', pages, scores)
    write(trees(of >= 0), out)


if __name__ == '__main__':
    steps = dict(first=(first, 3), second=(second, 4)); step, arguments = steps.get(sys.argv[1] if len(sys.argv) > 1 else '', (None, 0))
    if step is None or len(sys.argv) != arguments + 2: sys.exit(__doc__)
    step(*sys.argv[2:])
