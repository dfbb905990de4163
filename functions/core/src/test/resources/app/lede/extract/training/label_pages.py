"""Labels the passages of pages that nobody has marked: label_pages.py GOLD.jsonl SAMPLES.jsonl PEERS.jsonl MORE.jsonl MORE_PEERS.jsonl OUT.jsonl

A committee does it: our own two scores and what eight settings of other extractors keep (peers.py), weighed by boosted trees that
are trained on pages with gold, each page's first score coming from sites not trained on. The committee reads better than any
of its members; train_clues.py then teaches it to weights that need none of them. Pages the committee is unsure of are left out.
"""
import json,sys
import numpy as np, lightgbm as lgb
from sklearn.linear_model import LogisticRegression
from train_clues import *
PEERS='trafilatura precise complete resiliparse readability justext newspaper goose'.split()
MIN_WORDS=80; MIN_SURE=1.5; MIN_AGREED=.5; MAX_PASSAGES=1500
def opinions(p,texts):
    """The share of every passage that each peer has kept."""
    cols=[]
    for name in PEERS:
        kept=tok(CJK.sub(r' \1 ',texts.get(name) or '')); grams={tuple(kept[i:i+4]) for i in range(len(kept)-3)}; line=' '+' '.join(kept)+' '; col=[]
        for text in p.text:
            t=tok(CJK.sub(r' \1 ',text)); n=len(t)-3
            if len(t)>=7: col.append(sum(tuple(t[i:i+4]) in grams for i in range(n))/n)
            else: col.append(.5*(bool(t) and ' '+' '.join(t)+' ' in line))
        cols.append(col)
    return np.array(cols).T
def around(p):
    """The peers' mean opinion on the neighbours, the element and the page."""
    v=p.peers.mean(1); n=len(v); w=np.array([min(100,x[2])+1. for x in p.raw]); pad=np.concatenate([[0]*3,v*w,[0]*3]); pw=np.concatenate([[0]*3,w,[0]*3])
    window=sum(pad[d:d+n] for d in range(7))/sum(pw[d:d+n] for d in range(7)); element,_=grp([x[0][0] if x[0] else -1 for x in p.raw],v,w)
    return np.array([v,window,element,np.full(n,(v*w).sum()/w.sum())]).T
def read(samples,peers):
    texts={o['id']:o for o in map(json.loads,open(peers))}; pages=[p for p in load(samples) if len(p.toks)]
    for p in pages: p.peers=opinions(p,texts.get(p.id,{}))
    return pages
def parts(pages,S):
    o=0
    for p in pages: yield p,S[o:o+len(p.toks)]; o+=len(p.toks)
def numbers(pages,S): return np.concatenate([np.hstack([surroundings(p,s),p.peers,around(p)]) for p,s in parts(pages,S)])
def unique(p,keep):
    seen=set(); out=[]
    for t,k in zip(p.toks,keep):
        key=tuple(x.lower() for x in t); out.append(int(k and not (len(key)>=6 and key in seen)))
        if k: seen.add(key)
    return np.array(out)
gold_file,samples,peers,more,more_peers,out=sys.argv[1:7]; read_gold(gold_file)
pages=read(samples,peers); others=[p for p in read(more,more_peers) if 5<=len(p.toks)<=MAX_PASSAGES]; print(len(pages),'pages with gold,',len(others),'to label',flush=True)
V=vocab(pages,12); X=matrix(pages,V); Z=matrix(others,V); y=np.concatenate([p.lab for p in pages]); w=weights(pages,.5); pf=np.repeat(folds(pages),[len(p.toks) for p in pages])
S=np.zeros(len(y)); T=np.zeros(Z.shape[0])
for k in range(5):
    m=LogisticRegression(C=.1,max_iter=60).fit(X[pf!=k],y[pf!=k],sample_weight=w[pf!=k]); S[pf==k]=m.decision_function(X[pf==k]); T+=m.decision_function(Z)/5
TREES=dict(objective='binary',verbose=-1,num_threads=2,learning_rate=.1,num_leaves=15,min_data_in_leaf=200,feature_fraction=.3,bagging_fraction=.7,bagging_freq=1,lambda_l2=10)
N=numbers(pages,S); M=numbers(others,T)
def committee(rows): return [lgb.train(dict(TREES,seed=s),lgb.Dataset(N[rows],y[rows],weight=w[rows]),150) for s in (1,2)]
A=np.zeros(len(y))
for k in range(5): A[pf==k]=np.mean([t.predict(N[pf==k],raw_score=True) for t in committee(pf!=k)],0)
report(pages,[unique(p,viterbi(s,.3)) for p,s in parts(pages,A)],'committee')
B=np.mean([t.predict(M,raw_score=True) for t in committee(pf>=0)],0); labelled={}
for p,s in parts(others,B):
    keep=unique(p,viterbi(s,.3)); long=np.array([len(t) for t in p.toks])*keep; kept=long.sum()
    if kept>=MIN_WORDS and (np.abs(s)*long).sum()>MIN_SURE*kept and (p.peers[:,:4].mean(1)*long).sum()>MIN_AGREED*kept: labelled[p.id]=keep.tolist()
with open(out,'w') as f:
    for l in open(more):
        d=json.loads(l)
        if d['id'] in labelled: d['labels']=labelled[d['id']]; f.write(json.dumps(d,ensure_ascii=False)+'\n')
print(len(labelled),'labelled')
