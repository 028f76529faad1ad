/**
How English spellings sound. A rule is `before(letters)after sounds`: these letters sound so where they stand between
what is before and after, which are regular expressions with `V` for any vowel and `C` for any consonant. `^` and `$`
are the ends of the word. A rule without sounds makes letters silent. For each letter the first rule that fits counts.

Made by hand and measured against the dictionary of the model: rules that did not pay were dropped.
*/
export const spellingRules = `
	^(a)C[aeou]. AH; (ai)r EH; (ai) EY; (ay) EY; (aw) AO; (au) AO; (aa) AA; (ae) EH; (a)lk AO; (a)lt AO
	(a)ll$ AO; (al)l?y$ AH L; C(al)s?$ AH L; (a)n$ AH; .(a)nce AH; (a)ge$ IH; (ar)d$ ER D; w(ar) AO R
	(a)rV EH; .V.*(ar)$ ER; (ar) AA R; (a)Ce$ EY; (a)Ces$ EY; (a)C(ed|ing|er|ers)$ EY; (a)ble AH; (a)nge EY
	(a)[ct]iV EY; w(a)[tn] AA; (a)$ AH; (a)[sz]$ AH; V.*C(a)CV$ AA; V.*C(a)CC AE; V.*C(a)C AH; ^C*(a)CV$ AA
	(a) AE
	m(b)$; (b) B
	(cch) K; (ch)r K; (ch)[ln] K; (ch) CH; (ck) K; (cc) K; (ci)V SH; (c)[eiy] S; (c) K
	(dg)[ei] JH; (d) D
	(eau) OW; (ear)[nlt] ER; (ear) IH R; (ea)d EH; (ea) IY; (ee) IY; (eigh) EY; (ei)C AY; (ei) IY; (eu) UW
	(ew) UW; (ey)$ IY; (ey) EY; (er) ER; ^(ex)V IH G Z; ^(ex) IH K S; ^(e)[nm] EH; ^C(e)$ IY; (e)[ct]es$ IY
	[sxz](es)$ IH Z; ch(es)$ IH Z; [cg](es)$ IH Z; sh(es)$ IH Z; [fkpt](es)$ S; VC+(es)$ Z; [td](ed)$ IH D
	[kpfsxc](ed)$ T; h(ed)$ T; (ed)$ D; (e)$; (e)ly; (e)ment; (e)ful; (e)ness; (e)less; (e)l$ AH; (e)n$ AH
	(e)ns$ AH; (e)nce AH; (e)Ce$ IY; (e)oC IY; V.*C(e)CV AH; V.*C(e)(ls|ss|st|ts)$ AH; (e) EH
	(f) F
	^(gh) G; (gh); (gg) G; ^(gn) N; (gn)$ N; (g)(er|el|et|il|iv) G; ^(g)i[flrtv] G; (g)[eiy] JH; (g) G
	^(h) HH; V(h)V HH; C(h)V HH
	(igh) AY; (i)ld$ AY; (ier)$ IY ER; (ie) IY; (ir)C ER; (i)gn$ AY; (i)Ce$ AY; (i)Ces$ AY; (i)Ced$ AY
	(i)zing$ AY; (i)V IY; (i)$ IY; V.*C(i)CV$ IY; V.*(i)(ty|fy|bl) AH; (i) IH
	(j) JH
	^(kn) N; (kh) K; (k) K
	C(le)$ AH L; C(les)$ AH L Z; (ll) L; (l) L
	^(mc)k? M AH K; ^(mac) M AH K; (m) M
	(ng)(ed|er|ers|ing|ings)$ NG; (ng)$ NG; (ngs)$ NG Z; (ng)th NG; (n)k NG; (ng)[^eiy] NG G; (n) N
	(ough)t AO; (oa) OW; (oe) OW; (oi) OY; (oy) OY; (oo)k UH; (oo)d UH; (oo) UW; (ou)s AH; (our) AO R
	(ou) AW; (ow)$ OW; (ow)(ed|er|ing|s)$ OW; (ow) AW; w(or) ER; V.*(or)$ ER; (or) AO R; (o)ld OW; (o)ll$ OW
	(o)$ OW; (o)s$ OW; (o)n$ AH; V.*(o)m$ AH; (o)ns$ AH; V.*(o)CVC AH; (o)CV OW; (o) AA
	^(pf) F; ^(ps) S; (ph) F; (p) P
	(que)$ K; (q) K
	^(re)C[aeiou] R IY; (rh) R; (r) R
	(sch) SH; (ssi)V SH; V(sion) ZH AH N; C(sion) SH AH N; (sh) SH; V(sm)$ Z AH M
	V(s)(e$|ed|em|en|er|in|it) Z; V(s)ia ZH; [bdglmnrvw](s)$ Z; [aeoy](s)$ Z; (sz) SH; (s) S
	(tsch) CH; (tz) T S; (tch) CH; s(ti)o CH; (ti)[aou] SH; (tu)al CH UW; (th)er DH; (th) TH; (t) T
	q(u) W; g(u)[ei]; (uy) AY; (ui) UW; (ur) ER; (u)$ UW; [bcfhmpv](u)CV Y UW; (u)CV UW; (u)V UW; (u) AH
	(v) V
	^(wr) R; (wh)o HH; (wh) W; (w) W
	^(x) Z; (x) K S
	^(y) Y; V(y)V Y; V(y); .(y)$ IY; (y)Ce$ AY; (y) IH
	(z) Z
`;
