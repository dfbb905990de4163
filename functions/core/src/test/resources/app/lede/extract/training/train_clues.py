"""Trains the weights of the extractor: train_clues.py GOLD.jsonl SAMPLES.jsonl OUT_FOLDER [LABELLED.jsonl]

SAMPLES.jsonl is written by ClueSamples (same folder of tests), LABELLED.jsonl by label_pages.py: pages without gold. Writes clues.tsv (logistic regression over clues) and verdict.tsv
(boosted trees over the numbers of Surroundings, which `surroundings` here must mirror; the mean of several seeds), after printing
body scores on pages with gold of sites not trained on (5 folds by site; a little too high with LABELLED, whose labels know all
gold). Needs numpy, scipy, scikit-learn, lightgbm.
"""
import time,json,re,collections,sys,random,math,statistics,os
import numpy as np, scipy.sparse as sp
from urllib.parse import urlparse
from sklearn.linear_model import LogisticRegression
import lightgbm as lgb
CJK = re.compile('([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f\uff66-\uff9d])')
tok=lambda s: re.findall(r'\w+',s or '')
gold={}
def site(u):
    h=(urlparse(u).hostname or '').split('.'); 
    return '.'.join(h[-3:] if len(h)>2 and len(h[-2])<=3 and len(h[-1])==2 else h[-2:])
def sh(t,n=4): return collections.Counter(tuple(t[i:i+n]) for i in range(max(1,len(t)-n+1))) if t else collections.Counter()
class Page: pass
NONE=dict(set='',articleBody='')
def load(f):
    pages=[]
    for l in open(f):
        d=json.loads(l); g=gold.get(d['id'],NONE); p=Page(); p.id=d['id'];p.set=g['set'];p.site=site(d['url'] or d['id']);
        gb=g['articleBody']; cjk=p.set!='aeb' and len(CJK.findall(gb))>.2*len(gb)
        prep=(lambda s: CJK.sub(r' \1 ',s)) if cjk else (lambda s:s)
        gt=tok(prep(gb)); p.gold=sh(gt); gs=' '+' '.join(gt)+' '
        p.toks=[tok(prep(q['text'])) for q in d['passages']]; p.text=[q['text'] for q in d['passages']]; p.raw=[(q['frames'],q['shape'],q['words'],q['linked']) for q in d['passages']]; p.clues=[q['clues'] for q in d['passages']]
        n=len(p.toks); lab=[None]*n
        for i,t in enumerate(p.toks):
            if len(t)>=7:
                s=sh(t); c=sum(1 for k in s if k in p.gold)/len(s); lab[i]=1 if c>.5 else 0
        big=[i for i in range(n) if lab[i] is not None]
        for i,t in enumerate(p.toks):
            if lab[i] is None:
                if not t or ' '+' '.join(t)+' ' not in gs: lab[i]=0; continue
                near=[lab[j] for j in range(max(0,i-6),min(n,i+7)) if j!=i and len(p.toks[j])>=7]
                # nearest long passage before and after
                b=next((lab[j] for j in range(i-1,-1,-1) if len(p.toks[j])>=7),0); a=next((lab[j] for j in range(i+1,n) if len(p.toks[j])>=7),0)
                lab[i]=1 if (b and a) or (len(t)>=4 and (a or b)) or (len(t)>=2 and (b or a) and sum(near)>0) else 0
        p.lab=np.array(d.get('labels',lab)); pages.append(p)
    return pages
def viterbi(s,sw):
    n=len(s); K=D=0.; kk=[0]*n; kd=[0]*n
    for i in range(n):
        kk[i]=K>=D-sw; kd[i]=K-sw>D
        nk=max(K,D-sw)+s[i]; D=max(D,K-sw); K=nk
    out=[False]*n; st=K>D
    for i in range(n-1,-1,-1):
        out[i]=st; st=kk[i] if st else kd[i]
    return out
def prf(p,keep):
    t=[x for i,k in enumerate(keep) if k for x in p.toks[i]]; a=p.gold;b=sh(t)
    tp=sum((a&b).values());fp=sum((b-a).values());fn=sum((a-b).values())
    return (tp/(tp+fp) if tp+fp else None),(tp/(tp+fn) if tp+fn else None)
def report(pages,keeps,name=''):
    row=[]
    for s in ('aeb','fundus','wcxb_art'):
        R=[prf(p,k) for p,k in zip(pages,keeps) if p.set==s]
        P=statistics.mean([x[0] for x in R if x[0] is not None]);C=statistics.mean([x[1] for x in R if x[1] is not None])
        row.append('%s %.4f (%.3f/%.3f)'%(s,2*P*C/(P+C),P,C))
    print(name,' | '.join(row),flush=True)
def folds(pages,k=5,seed=1):
    sites=sorted({p.site for p in pages}); random.Random(seed).shuffle(sites); f={s:i%k for i,s in enumerate(sites)}
    return np.array([f[p.site] for p in pages])
def vocab(pages,minsites):
    c=collections.defaultdict(set)
    for p in pages:
        for cl in p.clues:
            for x in cl: 
                if len(c[x])<minsites: c[x].add(p.site)
    return {x:i for i,x in enumerate(sorted(x for x in c if len(c[x])>=minsites))}
def matrix(pages,V):
    ind=[];ptr=[0]
    for p in pages:
        for cl in p.clues:
            ind+= [V[x] for x in cl if x in V]; ptr.append(len(ind))
    return sp.csr_matrix((np.ones(len(ind)),ind,ptr),shape=(len(ptr)-1,len(V)))
def weights(pages,mode):
    w=[]
    for p in pages:
        L=np.array([min(200,max(2,len(t))) for t in p.toks],float)
        L=L**mode; g=max(1,(L*p.lab).sum()); w+=list(L/ (g) * 30)
    return np.minimum(np.array(w),10)
def grp(keys,s,w):
    a=collections.defaultdict(float);b=collections.defaultdict(float)
    for k,x,y in zip(keys,s,w): a[k]+=x*y;b[k]+=y
    return np.array([a[k]/b[k] for k in keys]),np.array([b[k] for k in keys])
def surroundings(p,S):
    s=np.clip(S,-6,6); n=len(s); r=p.raw; w=np.array([min(100,x[2])+1. for x in r]); pr=1/(1+np.exp(-s)); mass=pr*w; tot=mass.sum()+1e-6
    A=[x[0]+[-1]*(5-len(x[0])) for x in r]
    cols=[s]
    for lev in (0,1,2,3):
        m,_=grp([a[lev] for a in A],s,w); q,_=grp([a[lev] for a in A],mass/tot,np.ones(n)); 
        msum=collections.defaultdict(float)
        for a,x in zip(A,mass): msum[a[lev]]+=x
        cols.append(m); cols.append(np.array([msum[a[lev]]/tot for a in A]))
    m,_=grp([x[1] for x in r],s,w); cols.append(m)
    pad=np.concatenate([[-6]*4,s,[-6]*4])
    for d in (-3,-2,-1,1,2,3): cols.append(pad[4+d:4+d+n])
    pw=np.concatenate([[1]*4,w,[1]*4]); 
    win=sum(pad[4+d:4+d+n]*pw[4+d:4+d+n] for d in range(-4,5))/sum(pw[4+d:4+d+n] for d in range(-4,5)); cols.append(win)
    before=(np.cumsum(mass)-mass)/tot; after=1-before-mass/tot
    cols+= [before,after,np.minimum(before,after)]
    # decayed max before / after
    b=np.zeros(n);x=-6.
    for i in range(n): b[i]=x; x=max(x*1.0-0.15,s[i] if w[i]>8 else x-0.15)
    c=np.zeros(n);x=-6.
    for i in range(n-1,-1,-1): c[i]=x; x=max(x-0.15,s[i] if w[i]>8 else x-0.15)
    cols+=[b,c,np.minimum(b,c)]
    order=np.sort(s*(w>12)+(-6)*(w<=12))[::-1]; top=np.mean(order[:max(3,n//20)]); cols+=[s-top,np.full(n,top)]
    cols+=[np.log(w),np.array([x[3] for x in r]),np.full(n,math.log(n)),np.full(n,math.log(tot+1))]
    return np.array(cols).T
def read_gold(f):
    for l in open(f):
        g=json.loads(l); gold[g['id']]=g
def main():
    t0=time.time()
    def log(*a): print('%4d s'%(time.time()-t0),*a,flush=True)
    read_gold(sys.argv[1]); pages=[p for p in load(sys.argv[2]) if len(p.toks)]; count=len(pages)
    # What the labels of pages without gold are worth beside gold. Swept .3 to 1: all better than none, the differences noise.
    LABELLED=.6
    if len(sys.argv)>4: pages+=load(sys.argv[4])
    F=folds(pages); V=vocab(pages,15); X=matrix(pages,V); y=np.concatenate([p.lab for p in pages]); w=weights(pages,.5)
    sizes=[len(p.toks) for p in pages]; pf=np.repeat(F,sizes); w*=np.repeat([1]*count+[LABELLED]*(len(pages)-count),sizes)
    names_=np.array([k for k,_ in sorted(V.items(),key=lambda x:x[1])])
    df=np.array((X>0).sum(0)).ravel()
    log('loaded',X.shape)
    KEEP=3000
    def fit(tr,mi=(40,80)):
        m=LogisticRegression(C=.1,max_iter=mi[0]).fit(X[tr],y[tr],sample_weight=w[tr])
        imp=np.abs(m.coef_[0])*np.sqrt(df); sel=np.sort(np.argsort(-imp)[:KEEP])
        m=LogisticRegression(C=.1,max_iter=mi[1]).fit(X[tr][:,sel],y[tr],sample_weight=w[tr])
        return m,sel
    def split(S):
        o=0;out={}
        for p in pages: out[p.id]=S[o:o+len(p.toks)]; o+=len(p.toks)
        return out
    S=np.zeros(len(y))
    for k in range(5):
        m,sel=fit(pf!=k); S[pf==k]=m.decision_function(X[pf==k][:,sel]); log('fold',k)
    sc=split(S)
    for sw in (0,.5): report(pages,[viterbi(sc[p.id],sw) for p in pages],'first sw%s'%sw)
    m,sel=fit(pf>=0)
    with open(os.path.join(sys.argv[3],'clues.tsv'),'w') as out:
        out.write('#clue\tweight\n\t%.3f\n'%m.intercept_[0])
        for n,c in zip(names_[sel],m.coef_[0]): 
            if abs(c)>=.005: out.write('%s\t%.2f\n'%(n,c))
    log('clues')
    X2=np.concatenate([surroundings(p,sc[p.id]) for p in pages if len(p.toks)])
    SEEDS=4; TREES=dict(objective='binary',verbose=-1,num_threads=1,learning_rate=.1,num_leaves=15,min_data_in_leaf=200,feature_fraction=.3,bagging_fraction=.7,bagging_freq=1,lambda_l2=10)
    def trees(tr): return [lgb.train(dict(TREES,seed=s),lgb.Dataset(X2[tr],y[tr],weight=w[tr]),100) for s in range(SEEDS)]
    S2=np.zeros(len(y))
    for k in range(5):
        S2[pf==k]=np.mean([b.predict(X2[pf==k],raw_score=True) for b in trees(pf!=k)],0)
    log('tree folds'); s2=split(S2)
    for sw in (0,.3,.6,1): report(pages,[viterbi(s2[p.id],sw) for p in pages],'second sw%s'%sw)
    for b in (-.4,.4): report(pages,[viterbi(s2[p.id]+b,.3) for p in pages],'second sw.3 bias%s'%b)
    def columns(n):
        if 'leaf_value' in n: return ['%.4g'%(n['leaf_value']/SEEDS)]
        return ['%d<=%.5g'%(n['split_feature'],n['threshold'])]+columns(n['left_child'])+columns(n['right_child'])
    with open(os.path.join(sys.argv[3],'verdict.tsv'),'w') as out:
        out.write('# one row a tree: a leaf is its score, a split is number<=bound, then the node within, then the node beyond\n')
        for b in trees(pf>=0):
            for t in b.dump_model()['tree_info']: out.write('\t'.join(columns(t['tree_structure']))+'\n')
    log('done')
if __name__=='__main__': main()
